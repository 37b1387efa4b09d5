import { classNames } from '../class-names.js'
import { Button, type ButtonProps } from '../govuk/button.js'
import { Input, type InputProps } from '../govuk/input.js'
import type { Attributes, LabelOptions, Part } from '../options.js'

/** Options of MOJ's search. */
export interface SearchProps {
  readonly action: string
  /** 'get' unless told otherwise. A search by name is sent by 'post': an address is logged and kept. */
  readonly method?: 'get' | 'post'
  readonly csrf?: { readonly name?: string; readonly value: string }
  readonly input: Partial<InputProps>
  readonly label?: LabelOptions
  readonly hint?: Part
  readonly button?: ButtonProps
  readonly layout?: 'stacked'
  readonly classes?: string
  readonly attributes?: Attributes
}

/** A box to search with and its button. */
export function Search({ csrf, input, label, hint, button = {}, ...props }: SearchProps) {
  const stacked = props.layout === 'stacked'
  const go = <Button {...button} classes={classNames('moj-search__button', button.classes)} />
  return (
    <search class={classNames('moj-search', stacked && 'moj-search--stacked', props.classes)} {...props.attributes}>
      <form action={props.action} method={props.method ?? 'get'}>
        {csrf && <input type="hidden" name={csrf.name ?? '_csrf'} value={csrf.value} />}
        <Input
          {...input}
          name={input.name ?? 'search'}
          type={input.type ?? 'search'}
          classes={classNames('moj-search__input', input.classes)}
          label={label && { ...label, classes: classNames('moj-search__label', label.classes) }}
          hint={hint && { ...hint, classes: classNames('moj-search__hint', hint.classes) }}
          inputWrapper={{ classes: 'moj-search__input-wrapper' }}
          formGroup={stacked ? undefined : { afterInput: { text: go } }}
        />
        {stacked && go}
      </form>
    </search>
  )
}
