import { useRef, useState } from '@bpmn-io/properties-panel/preact/hooks'
import { readForm } from '../../../../src/engine/schema/read-form'
import type { BpmnUserTask } from '../../../../src/engine/schema/moddle-types'
import { keepLead } from '../../../form/departments'
import { showFields } from '../../../form/show-when'
import { Icon } from '../entries/icon'
import { nameOf } from '../model/steps'
import { useOffice } from '../office'

/** Shows the form as the person will see it: the server draws it with the pages’ own partials, from what stands here now. */
export function FormPreview({ task }: { readonly task: BpmnUserTask }) {
  const { words, house } = useOffice()
  const dialog = useRef<HTMLDialogElement>(null)
  const sheet = useRef<HTMLFormElement>(null)
  const [failed, setFailed] = useState(false)
  const drawn = useRef('')

  const draw = (all: boolean) => {
    const form = sheet.current
    if (!form) return
    const page = new DOMParser().parseFromString(drawn.current, 'text/html')
    form.replaceChildren(...page.body.childNodes)
    keepLead(form)
    if (!all) showFields(form)
  }
  const open = async () => {
    dialog.current?.showModal()
    const answer = await post(house.previewUrl, JSON.stringify(readForm(task))).catch(() => undefined)
    setFailed(!answer)
    drawn.current = answer ?? ''
    draw(false)
  }
  return (
    <>
      <button type="button" class="btn btn-outline-primary btn-sm" onClick={() => void open()}>
        <Icon name="reveal" />
        {words('form.preview')}
      </button>
      <dialog class="panel-preview" ref={dialog} aria-labelledby="panel-preview-title">
        <header>
          <div>
            <h2 id="panel-preview-title">{words('preview.title', { name: nameOf(task) })}</h2>
            <p>{words('preview.what')}</p>
          </div>
          <button
            type="button"
            class="panel-icon-button"
            aria-label={words('preview.close')}
            title={words('preview.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <label class="panel-tick">
          <input
            class="form-check-input"
            type="checkbox"
            onChange={event => {
              draw(event.currentTarget.checked)
            }}
          />
          <span>{words('preview.all')}</span>
        </label>
        {failed && (
          <p class="field-error" role="alert">
            {words('preview.failed')}
          </p>
        )}
        <form
          ref={sheet}
          onSubmit={event => {
            event.preventDefault()
          }}
        />
      </dialog>
    </>
  )
}

async function post(url: string, form: string): Promise<string> {
  const token = document.querySelector<HTMLInputElement>('[data-editor] [name="_csrf"]')?.value ?? ''
  const answer = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'text/html', 'X-CSRF-Token': token },
    body: new URLSearchParams({ form }),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.text()
}
