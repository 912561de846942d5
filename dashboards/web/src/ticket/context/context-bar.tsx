import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Loading } from '../../frame/loading.tsx'
import { keyHint } from '../../keys/key-hint.ts'
import { useShortcuts } from '../../keys/use-shortcuts.ts'
import { t } from '../../language.ts'
import style from './context.module.css'

const PARTS = {
  similar: lazy(async () => ({ default: (await import('./similar.tsx')).Similar })),
  citizen: lazy(async () => ({ default: (await import('./citizen.tsx')).Citizen })),
  post: lazy(async () => ({ default: (await import('./under-post.tsx')).UnderPost }))
}
const NAMES = ['similar', 'citizen', 'post'] as const

/** What helps to answer, and is not of this ticket itself; nothing is asked for before somebody opens it. */
export function ContextBar() {
  const [open, setOpen] = useState<(typeof NAMES)[number]>()
  const box = useRef<HTMLElement>(null)
  useShortcuts({ similar: () => setOpen(open === 'similar' ? undefined : 'similar') })
  useEffect(() => {
    if (open !== undefined) box.current?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  }, [open])
  const Part = open && PARTS[open]
  return (
    <section className={style.context} aria-label={t('context.title')} ref={box}>
      <p className={style.heads}>
        {NAMES.map(name => (
          <button
            key={name}
            type="button"
            className={style.head}
            aria-expanded={name === open}
            title={name === 'similar' ? keyHint('similar') : undefined}
            onClick={() => setOpen(name === open ? undefined : name)}
          >
            {t(`context.${name}`)}
          </button>
        ))}
      </p>
      {Part && (
        <div className={style.body}>
          <Suspense fallback={<Loading />}>
            <Part />
          </Suspense>
        </div>
      )}
    </section>
  )
}
