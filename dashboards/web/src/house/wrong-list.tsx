import { Alert } from 'antd'
import { type RefObject, useEffect, useRef } from 'react'
import { t } from '../language.ts'
import style from './house.module.css'
import type { Wrong } from './shape/wrong.ts'

/** What is wrong, each with the way to where it stands. */
export function WrongList({ wrong, within }: { wrong: readonly Wrong[]; within: RefObject<HTMLElement | null> }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wrong.length > 0) box.current?.focus()
  }, [wrong])
  if (wrong.length === 0) return null
  const refuses = wrong.some(one => one.refuses)
  const lead = (where: string) => {
    const found = nearest(within.current, where)
    found?.scrollIntoView({ block: 'center' })
    found?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }
  return (
    <div ref={box} tabIndex={-1}>
      <Alert
        type={refuses ? 'error' : 'warning'}
        showIcon
        title={t(refuses ? 'house.refused' : 'house.warned')}
        description={
          <ul className={style.wrongs}>
            {wrong.map(({ where, words }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: told anew all at once
              <li key={i}>
                {where === '' ? (
                  words
                ) : (
                  <button type="button" className={style.lead} onClick={() => lead(where)}>
                    {words}
                  </button>
                )}
              </li>
            ))}
          </ul>
        }
      />
    </div>
  )
}

/** The place itself, else what it stands in. */
function nearest(box: HTMLElement | null, where: string): HTMLElement | null {
  for (let path = where; box && path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const found = box.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
    if (found) return found
  }
  return null
}
