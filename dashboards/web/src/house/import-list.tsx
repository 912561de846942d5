import type { ImportItem } from '@huiyin/schemas/api-settings.ts'
import { known, language, t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { ChangeList } from './change-list.tsx'
import style from './house.module.css'
import { KINDS } from './kinds/kinds.ts'
import { settingWords } from './setting-words.ts'
import { group, within } from './shape/shape.ts'

const TONES = { unchanged: 'plain', new: 'good', changed: 'soon', refused: 'late' } as const
const ORDER = { refused: 0, changed: 1, new: 2, unchanged: 3 } as const

/** What would become, or became, of each thing that a file names. */
export function ImportList({ items, now }: { items: readonly ImportItem[]; now: number }) {
  const sorted = [...items].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome] || a.line - b.line)
  return (
    <ul className={style.revisions}>
      {sorted.map(item => (
        <li key={`${item.what} ${item.id}`} data-outcome={item.outcome}>
          <p className={style.line}>
            <ToneMark tone={TONES[item.outcome]}>{t(`file.${item.outcome}`)}</ToneMark>
            <strong>{settingWords(item.what)}</strong>
            {item.id !== 'office' && <span>{item.id}</span>}
            <span className={style.when}>{t('file.line', { line: item.line })}</span>
          </p>
          {item.outcome === 'refused' && <Why item={item} />}
          {item.changes && (
            <ChangeList
              shape={kindOf(item)?.shape ?? PLAIN}
              changes={changesIn(item)}
              more={item.more ?? 0}
              now={now}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

const PLAIN = group()

const kindOf = ({ what }: ImportItem) => (what === 'accounts' ? undefined : KINDS[what])

/** A template in a file is the template itself. */
function changesIn(item: ImportItem) {
  const { changes = [] } = item
  const part = kindOf(item)?.part
  return part ? changes.map(change => ({ ...change, path: within(part, change.path) })) : changes
}

function Why({ item: { code, detail = '', problems = [] } }: { item: ImportItem }) {
  const said = problems.map(problem => problem[language()])
  const why = said.length > 0 ? said : [known(`problem.${code}`, { detail }) ?? detail]
  return (
    <ul>
      {why.map(words => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
