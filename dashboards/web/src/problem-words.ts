import { ApiProblem } from './data/http.ts'
import { known, language, t } from './language.ts'

/** What went wrong, in the person's language where the catalogue knows the code. */
export function problemWords(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('problem.other', { detail: String(error) })
  if (error.query) return error.query[language()]
  return known(`problem.${error.code}`, { detail: error.message }) ?? t('problem.other', { detail: error.message })
}
