import type { TemplateVariable } from '@huiyin/schemas/template.ts'
import { textHash } from '../ids.ts'
import { fold, squeeze } from '../reply-check/fold.ts'
import type { TemplateValues } from '../templates/fill-template.ts'

/** What is kept of a proposal: no text, and who was given it. */
export interface KeptProposal {
  ticket: string
  by: string
  /** UTC in ms. */
  at: number
  model: string
  sources: string[]
}

/** Found again by the text on its ticket, whatever its spaces and signs: who leaves it as it is need not say so. */
export const proposalId = (ticket: string, text: string) =>
  textHash(`${ticket}/${squeeze(fold(text)).text}`).slice(0, 32)

const VARIABLE = /\{\{\s*(\w{1,20})\s*\}\}/g

/** The text with what the house knows in the place of variables, and the names of those that are left. */
export function filledIn(text: string, known: TemplateValues): { text: string; unfilled: string[] } {
  const unfilled = new Set<string>()
  const filled = text.replaceAll(VARIABLE, (variable, name: string) => {
    const value = Object.hasOwn(known, name) ? known[name as TemplateVariable]?.trim() : undefined
    if (!value) unfilled.add(name)
    return value || variable
  })
  return { text: filled, unfilled: [...unfilled] }
}
