import { Trend } from '../charts/trend.tsx'
import type { Published } from '../data/posts.ts'
import { t } from '../language.ts'
import style from './posts.module.css'

const WHAT = ['reads', 'comments', 'likes', 'reposts'] as const

/** How a post fared: its reads, or what else the platform tells most of, from the first look to the last. */
export function Sparkline({ looks }: { looks: Published['looks'] }) {
  for (const what of WHAT) {
    const points = looks.flatMap(({ at, [what]: value }) => (value === undefined ? [] : [[at, value] as const]))
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || points.length < 2) continue
    const words = t('post.trend', { what: t(`post.${what}`), from: first[1], to: last[1] })
    return <Trend className={style.trend} points={points} words={words} />
  }
  return null
}
