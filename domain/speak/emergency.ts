/** Shown before the form: danger is for the telephone, not for a form (RULES.md §1, `speak`). */
export const EMERGENCY_NUMBERS = [
  { name: '火警', number: '119' },
  { name: '急救', number: '120' },
  { name: '报警', number: '110' },
] as const
