import type { SettingChange } from '@huiyin/schemas/setting.ts'
import { t } from '../language.ts'
import style from './house.module.css'
import { isTold, sayChange } from './shape/change-words.ts'
import { useKnown } from './shape/known.ts'
import type { Shape } from './shape/shape.ts'

type ListProps = { shape: Shape; changes: readonly SettingChange[]; more?: number; now: number }

const SHOWN = 30
const DEEP = 3 // steps of a path that are read at a glance

/** The end of a long path says which one it is; the whole stands in its title. */
function short(where: string): string {
  const steps = where.split(' › ')
  return steps.length > DEEP ? `… › ${steps.slice(-2).join(' › ')}` : where
}

/** What is other than it was, part by part. */
export function ChangeList({ shape, changes, more = 0, now }: ListProps) {
  const known = useKnown()
  const told = changes.filter(change => isTold(shape, change))
  const said = told.slice(0, SHOWN).map(change => sayChange(shape, change, known, now))
  const rest = more + Math.max(0, told.length - SHOWN)
  if (said.length === 0) return <p className={style.hint}>{t('house.no-change')}</p>
  return (
    <>
      <ul className={style.changes}>
        {said.map(({ where, from, to }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
          <li key={i}>
            {where !== '' && (
              <span className={style.where} title={where}>
                {short(where)}
              </span>
            )}
            {from !== undefined && <del>{from}</del>}
            {from !== undefined && to !== undefined && <span aria-hidden="true">→</span>}
            {to !== undefined && <ins>{to}</ins>}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={style.hint}>{t('house.more-changes', { count: rest })}</p>}
    </>
  )
}
