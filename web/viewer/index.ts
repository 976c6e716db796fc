import { mount } from './mount'

for (const figure of document.querySelectorAll<HTMLElement>('[data-bpmn-viewer]')) void mount(figure)
