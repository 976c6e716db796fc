import type { ModdleElement } from './moddle-element.js'

interface CamundaFormData extends ModdleElement {
  readonly fields?: readonly CamundaFormField[]
}

export interface CamundaFormField extends ModdleElement {
  readonly label?: string
  readonly type?: string
  readonly defaultValue?: string
  readonly properties?: CamundaProperties
  readonly validation?: CamundaValidation
  readonly values?: readonly CamundaValue[]
}

interface CamundaProperties extends ModdleElement {
  readonly values?: readonly CamundaProperty[]
}

interface CamundaProperty extends ModdleElement {
  readonly name?: string
  readonly value?: string
}

interface CamundaValidation extends ModdleElement {
  readonly constraints?: readonly CamundaConstraint[]
}

interface CamundaConstraint extends ModdleElement {
  readonly name?: string
  readonly config?: string
}

export interface CamundaValue extends ModdleElement {
  readonly name?: string
}

interface CamundaInputOutput extends ModdleElement {
  readonly inputParameters?: readonly CamundaParameter[]
  readonly outputParameters?: readonly CamundaParameter[]
}

interface CamundaParameter extends ModdleElement {
  readonly name?: string
  readonly value?: string
  /** A script, a list or a map instead of text. */
  readonly definition?: ModdleElement
}

/** Moddle type name → what it is, for camunda’s extension elements. */
export interface CamundaTypes {
  'camunda:FormData': CamundaFormData
  'camunda:FormField': CamundaFormField
  'camunda:InputOutput': CamundaInputOutput
  'camunda:InputOutputParameter': CamundaParameter
  'camunda:Properties': CamundaProperties
}
