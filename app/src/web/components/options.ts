import type { ComponentChildren } from 'preact'

/**
 * What GOV.UK Frontend's macros take as `text` or `html`. Ours is one option, always called `text`: a string is escaped,
 * JSX is rendered. There is no raw HTML option, so nothing that somebody typed can become markup.
 */
export type Text = ComponentChildren

/** Extra attributes for an element, by their HTML names. `undefined`, `null` and `false` are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** A part of a component that can be worded, classed and given attributes: a hint, a summary value, an affix. */
export interface Part {
  readonly text?: Text
  readonly classes?: string
  readonly attributes?: Attributes
}

/** A label of one control. `isPageHeading` wraps it in the page's h1. */
export interface LabelOptions extends Part {
  readonly for?: string
  readonly isPageHeading?: boolean
}

/** The legend of a group of controls. */
export interface LegendOptions {
  readonly text?: Text
  readonly classes?: string
  readonly isPageHeading?: boolean
}

/** The error beside a control. `visuallyHiddenText` is read out before it ("Error" unless told otherwise). */
export interface ErrorMessageOptions extends Part {
  readonly id?: string
  readonly visuallyHiddenText?: string | false
}

/** What may stand around a single control inside its form group. */
export interface FormGroupOptions {
  readonly classes?: string
  readonly attributes?: Attributes
  readonly beforeInput?: { readonly text?: Text }
  readonly afterInput?: { readonly text?: Text }
}

/** What may stand around a set of controls inside their form group. */
export interface ManyFormGroupOptions {
  readonly classes?: string
  readonly attributes?: Attributes
  readonly beforeInputs?: { readonly text?: Text }
  readonly afterInputs?: { readonly text?: Text }
}

/** The fieldset around a set of controls. */
export interface FieldsetOptions {
  readonly describedBy?: string
  readonly legend?: LegendOptions
  readonly classes?: string
  readonly role?: string
  readonly attributes?: Attributes
}

/** The options that every labelled control has in common. */
export interface ControlOptions {
  readonly id?: string
  readonly name?: string
  readonly label?: LabelOptions
  readonly hint?: Part
  readonly errorMessage?: ErrorMessageOptions
  readonly formGroup?: FormGroupOptions
  readonly describedBy?: string
  readonly classes?: string
  readonly attributes?: Attributes
  readonly disabled?: boolean
}
