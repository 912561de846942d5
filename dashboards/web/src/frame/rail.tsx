import type { Session } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { leftAt, visit } from '../data/query-string.ts'
import { stored } from '../data/stored.ts'
import { actionOfView, VIEW_GROUPS, type View } from '../data/views.ts'
import { t } from '../language.ts'
import { CrossIcon, FoldIcon, MenuIcon } from '../marks/icons.tsx'
import { plainly } from './plainly.ts'
import style from './rail.module.css'
import { ViewIcon } from './view-icon.tsx'

const folded = stored<boolean>('huiyin.rail-folded', value => (typeof value === 'boolean' ? value : undefined))

/** The views of each group that somebody has; groups without any are left out. */
const groupsOf = (may: Session['may']) =>
  VIEW_GROUPS.map(({ group, views }) => ({
    group,
    views: (Object.keys(views) as View[]).filter(view => may.includes(actionOfView(view)))
  })).filter(({ views }) => views.length > 0)

type RailProps = { view: View; may: Session['may'] }

/** All views at the left edge, each as one left it; on a phone behind a button. */
export function Rail({ view: here, may }: RailProps) {
  const [narrow, setNarrow] = useState(folded.read() ?? false)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [open])
  const fold = () => {
    folded.write(!narrow)
    setNarrow(!narrow)
  }
  const choose = (view: View) => {
    setOpen(false)
    if (view !== here) visit(leftAt(view))
  }
  return (
    <>
      <Button
        className={style.menu ?? ''}
        type="text"
        icon={open ? <CrossIcon /> : <MenuIcon />}
        aria-label={t('view.menu')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      <nav className={style.rail} aria-label={t('view')} data-narrow={narrow} data-open={open}>
        {groupsOf(may).map(({ group, views }) => (
          <ul key={group} className={style.group}>
            {views.map(view => (
              <li key={view}>
                <a
                  className={style.view}
                  href={leftAt(view) || location.pathname}
                  aria-current={view === here ? 'page' : undefined}
                  aria-label={t(`view.${view}`)}
                  title={narrow ? t(`view.${view}`) : undefined}
                  onClick={plainly(() => choose(view))}
                >
                  <ViewIcon view={view} />
                  <span className={style.name}>{t(`view.${view}`)}</span>
                </a>
              </li>
            ))}
          </ul>
        ))}
        <button
          type="button"
          className={style.fold}
          aria-label={t(narrow ? 'view.unfold' : 'view.fold')}
          title={t(narrow ? 'view.unfold' : 'view.fold')}
          onClick={fold}
        >
          <FoldIcon />
        </button>
      </nav>
    </>
  )
}
