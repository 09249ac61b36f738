import { CalculatePage } from '../../calculate/calculate-page'

/** 算一算: open to everybody, also to whoever is not signed in; hence no gate. */
export default function Calculate() {
  return <CalculatePage />
}
