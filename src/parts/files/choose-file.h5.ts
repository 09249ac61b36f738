import type { ChosenFile } from './choose-file'

/** One file with one of these endings; null when the reader changed his mind. */
export function chooseFile(endings: readonly string[]): Promise<ChosenFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = endings.map((ending) => `.${ending}`).join(',')
    // Some browsers choose only for an input that is in the page.
    input.style.display = 'none'
    document.body.append(input)
    const settle = (file: File | undefined) => {
      input.remove()
      resolve(file ? { path: URL.createObjectURL(file), name: file.name, size: file.size } : null)
    }
    input.addEventListener('change', () => settle(input.files?.[0]))
    input.addEventListener('cancel', () => settle(undefined))
    input.click()
  })
}
