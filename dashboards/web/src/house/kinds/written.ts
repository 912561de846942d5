import type { TemplateRow } from '@huiyin/schemas/api-templates.ts'
import type { Template } from '@huiyin/schemas/template.ts'

/** As it is written: without its approval and what the api says of it. */
export function written(row: TemplateRow): Template {
  const { id, version, name, kind, labels, departments, text, effectiveFrom, retiredAt } = row
  return {
    ...{ id, version, name, kind, text, effectiveFrom },
    ...(labels && { labels }),
    ...(departments && { departments }),
    ...(retiredAt !== undefined && { retiredAt })
  }
}
