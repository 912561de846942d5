import { TEMPLATE_VARIABLES, type Template, type TemplateVariable } from '@huiyin/schemas/template.ts'
import { dayInShanghai } from '../day.ts'
import { templateInvalid } from '../errors.ts'
import { textHash } from '../ids.ts'

/** Any of the known variables. */
export type TemplateValues = Partial<Readonly<Record<TemplateVariable, string>>>

const VARIABLE = /\{\{([^{}]*)\}\}/g

/** Control characters, line and paragraph separators, and what turns the direction of writing. */
const CONTROL = /[\p{Cc}\u2028\u2029\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu

/** The longest value, in characters. */
const LONGEST = 200

const isKnown = (name: string): name is TemplateVariable => (TEMPLATE_VARIABLES as readonly string[]).includes(name)

const nameOf = ({ id, version }: Template) => `Template "${id}" version ${version}`

/**
 * The variables that a template names, each once, in their order. Throws TEMPLATE_INVALID for one that is not known
 * and for braces that are no variable.
 */
export function variablesOf(template: Template): TemplateVariable[] {
  const names = [...new Set(Array.from(template.text.matchAll(VARIABLE), ([, name = '']) => name.trim()))]
  const unknown = names.filter(name => !isKnown(name))
  if (unknown.length > 0)
    throw templateInvalid(
      `${nameOf(template)} names ${quoted(unknown)}; the known variables are ${TEMPLATE_VARIABLES.join(', ')}`
    )
  if (/\{\{|\}\}/.test(template.text.replaceAll(VARIABLE, '')))
    throw templateInvalid(`${nameOf(template)} has {{ or }} that belong to no variable; write {{number}}`)
  return names.filter(isKnown)
}

const quoted = (names: readonly string[]) => names.map(name => `"${name}"`).join(', ')

function cleaned(template: Template, name: TemplateVariable, value: string): string {
  const clean = value.replaceAll(CONTROL, '').trim()
  const size = [...clean].length
  if (size > LONGEST)
    throw templateInvalid(
      `${nameOf(template)}: the value of "${name}" may have ${LONGEST} characters; this one has ${size}`
    )
  return clean
}

/**
 * The text with the values in the place of their variables, literally: what looks like a variable inside a value
 * stays as it is. Control characters are left out of values. Throws TEMPLATE_INVALID that names what is missing (or
 * empty), not known or too long; values that the template does not name are passed over.
 */
export function fillTemplate(template: Template, values: TemplateValues): { text: string } {
  const names = variablesOf(template)
  const unknown = Object.keys(values).filter(name => !isKnown(name))
  if (unknown.length > 0)
    throw templateInvalid(
      `${nameOf(template)} was given ${quoted(unknown)}; the known variables are ${TEMPLATE_VARIABLES.join(', ')}`
    )
  const clean = new Map(names.map(name => [name, cleaned(template, name, values[name] ?? '')]))
  const missing = names.filter(name => !clean.get(name))
  if (missing.length > 0) throw templateInvalid(`${nameOf(template)} needs a value for ${quoted(missing)}`)
  return {
    text: template.text.replaceAll(VARIABLE, (_, name: string) => clean.get(name.trim() as TemplateVariable) ?? '')
  }
}

/** Whether a text is what the template gives for these values, to the last sign. Throws as `fillTemplate` does. */
export const isUnchanged = (template: Template, text: string, values: TemplateValues): boolean =>
  textHash(fillTemplate(template, values).text) === textHash(text)

/** Whether a reply may be made of it at `now` (ms, UTC) without a review: approved by then, begun and not ended. */
export const isInForce = ({ approved, effectiveFrom, retiredAt }: Template, now: number): boolean =>
  approved !== undefined && approved.at <= now && effectiveFrom <= now && (retiredAt === undefined || now < retiredAt)

/** `<id>@<version>`, as a reply keeps it. */
export const templateRef = ({ id, version }: Template): string => `${id}@${version}`

/** A due time (ms, UTC) as citizens read it, the day in Asia/Shanghai: `2026年11月22日`. */
export function dueDay(at: number): string {
  const [year, month, day] = dayInShanghai(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
