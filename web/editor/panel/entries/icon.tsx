import { useOffice } from '../office'

/** A drawing beside words, hidden from who hears the page. */
export function Icon({ name }: { readonly name: string }) {
  const { icons } = useOffice()
  return (
    <svg class="icon" aria-hidden="true">
      <use href={`${icons}#${name}`} />
    </svg>
  )
}
