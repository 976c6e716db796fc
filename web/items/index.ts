import { itemBox } from '../item-box/item-box'

for (const box of document.querySelectorAll<HTMLElement>('[data-item-box]')) itemBox(box)
