import { openEditor } from './open-editor'

for (const section of document.querySelectorAll<HTMLElement>('[data-editor]')) void openEditor(section)
