import { classNames } from '../class-names.js'
import type { ControlOptions } from '../options.js'
import { describedBy, FormGroup } from './form-group.js'

/** Options of GOV.UK Frontend's plain file upload. Its drag-and-drop wrapper (`javascript`) is left out on purpose. */
export interface FileUploadProps extends ControlOptions {
  readonly multiple?: boolean
}

/**
 * A file from this computer. For spreadsheets of people only: no page about a concern, a case or a child may offer it,
 * because it could be handed a picture that nobody may keep (a test reads the pages to make sure).
 */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name || ''
  return (
    <FormGroup {...props} id={id}>
      <input
        class={classNames('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
        id={id}
        name={props.name ?? ''}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
        {...props.attributes}
      />
    </FormGroup>
  )
}
