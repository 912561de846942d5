import { HuiyinError, versionExists } from '@huiyin/domain/errors.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { DEFAULT_TEMPLATES } from '@huiyin/domain/templates/default-templates.ts'
import { isInForce, templateRef, variablesOf } from '@huiyin/domain/templates/fill-template.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf, tagOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { TemplateBody } from '@huiyin/schemas/api-templates.ts'
import type { Template } from '@huiyin/schemas/template.ts'
import { templateNotFound } from './errors.ts'

/** A version of a template, and who wrote it; the shipped ones have no author. */
export type KeptTemplate = { template: Template; author?: Actor }

const KIND = 'template'

const shipped: readonly KeptTemplate[] = DEFAULT_TEMPLATES.map(template => ({ template }))

/** Every version, what the office keeps of a shipped one in its place; by id, the newest first. As fresh as a list. */
export async function allTemplates(records: Records): Promise<KeptTemplate[]> {
  const kept = await Array.fromAsync(entriesOf<KeptTemplate>(records, KIND))
  const all = [...shipped, ...kept.map(({ value }) => value)]
  return [...new Map(all.map(one => [templateRef(one.template), one])).values()].sort(byIdThenNewest)
}

const byIdThenNewest = ({ template: a }: KeptTemplate, { template: b }: KeptTemplate) =>
  a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1

/** A version that we ship, which no office needs to keep. */
export const isShipped = ({ id, version }: Template): boolean =>
  DEFAULT_TEMPLATES.some(one => one.id === id && one.version === version)

/** In use now: approved, begun, not ended, and no newer version of it is. */
export const isUsed = (all: readonly KeptTemplate[], template: Template, now: number): boolean =>
  isInForce(template, now) &&
  !all.some(
    ({ template: other }) => other.id === template.id && other.version > template.version && isInForce(other, now)
  )

/** Throws TEMPLATE_NOT_FOUND. */
export function templateOf(all: readonly KeptTemplate[], id: string, version: number): Template {
  const found = all.find(({ template }) => template.id === id && template.version === version)
  if (!found) throw templateNotFound(id, version)
  return found.template
}

type Saving = { actor: Actor; selfReview: boolean; now: number }

/** Who may approve it: another person than its author, unless the policy lets an office of one. */
export const mayApprove = ({ template, author }: KeptTemplate, { actor, selfReview }: Omit<Saving, 'now'>): boolean =>
  template.approved === undefined && mayDo(actor, 'template.approve') && (selfReview || author?.id !== actor.id)

/**
 * Makes a version, or approves or ends one that is there; its content never changes.
 * Throws NOT_ALLOWED, TEMPLATE_INVALID, VERSION_EXISTS, SECOND_PERSON_NEEDED, SOMEBODY_WAS_FASTER.
 */
export async function saveTemplate(
  records: Records,
  id: string,
  body: TemplateBody,
  saving: Saving
): Promise<KeptTemplate> {
  const { approve = false, ...written } = body
  const wanted: Template = { id, ...written }
  variablesOf(wanted)
  const key = templateRef(wanted)
  const found = await records.get<KeptTemplate>(KIND, key)
  const before = found?.document.value ?? shipped.find(({ template }) => templateRef(template) === key)
  if (before && tagOf(contentOf(before.template)) !== tagOf(contentOf(wanted))) throw versionExists(`Template ${key}`)
  refuseReviving(before, wanted, saving.actor)
  const next = approved(ended(before ?? { template: wanted, author: saving.actor }, wanted), approve, saving)
  if (before && tagOf(before) === tagOf(next)) return next
  const [put] = await records.putEach(KIND, [{ entry: { id: key, value: next }, version: found?.version }])
  if (put?.outcome !== 'put') throw changedMeanwhile(key)
  await records.refresh()
  return next
}

/** What was approved and has an end is let go on by a head only. */
function refuseReviving(before: KeptTemplate | undefined, { retiredAt = Infinity }: Template, actor: Actor): void {
  const { approved, retiredAt: end = Infinity } = before?.template ?? {}
  if (approved && retiredAt > end) checkMay(actor, 'template.approve')
}

const contentOf = ({ approved: _, retiredAt: __, ...content }: Template) => content

function ended(
  { template: { retiredAt: _, ...template }, ...kept }: KeptTemplate,
  { retiredAt }: Template
): KeptTemplate {
  return { ...kept, template: { ...template, ...(retiredAt !== undefined && { retiredAt }) } }
}

function approved(kept: KeptTemplate, approve: boolean, saving: Saving): KeptTemplate {
  if (!approve || kept.template.approved) return kept
  checkMay(saving.actor, 'template.approve')
  if (!mayApprove(kept, saving)) throw secondPersonNeeded(kept)
  return { ...kept, template: { ...kept.template, approved: { by: saving.actor, at: saving.now } } }
}

const secondPersonNeeded = ({ template, author }: KeptTemplate) =>
  new HuiyinError(
    'SECOND_PERSON_NEEDED',
    `${author?.name ?? '?'} wrote template ${templateRef(template)}; another person approves it`
  )

const changedMeanwhile = (what: string) =>
  new HuiyinError('SOMEBODY_WAS_FASTER', `Template ${what} is not as you saw it; read it again before you change it`)
