import type { CitedComment, FigureBy, ReportDocument } from '@huiyin/schemas/report.ts'
import { known, language, t } from '../language.ts'
import { isoDay } from '../time.ts'
import { WORDS } from '../words.ts'

type Names = Pick<ReportDocument, 'names'>

/** Where a cited comment stands: 微信 XX发布 2026-11-21; the document itself speaks Chinese. */
export function whereOf(
  { names }: Names,
  { platform, account, publishedAt }: CitedComment,
  speaks = language()
): string {
  const name = names[`account/${[platform, account].map(encodeURIComponent).join('/')}`] ?? account
  return `${WORDS[`platform.${platform}`][speaks === 'zh' ? 0 : 1]} ${name} ${isoDay(publishedAt)}`
}

/** What the key of a figure is called: as the document names it, by the closed lists, as a day, or as it is. */
export function keyWords({ names }: Names, by: FigureBy, key: string): string {
  const listed = known(`${by}.${key}`) ?? known(`report.key.${by}.${key}`)
  if (listed !== undefined) return listed
  const [year = '', month = '', day] = key.split('-')
  if (by === 'month') return t('report.period.monthly', { year, n: Number(month) })
  if (by === 'day') return t('report.day', { month: Number(month), day: Number(day) })
  return names[`${by}/${key}`] ?? key
}
