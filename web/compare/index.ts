import { openSides } from './open-sides'

for (const figure of document.querySelectorAll<HTMLElement>('[data-compare]')) void openSides(figure)
