import type { BoardMood, MoodNote } from '@huiyin/schemas/api-boards.ts'
import { useMemo, useRef } from 'react'
import { useMay } from '../../data/may.ts'
import { visit } from '../../data/query-string.ts'
import { plainly } from '../../frame/plainly.ts'
import { t } from '../../language.ts'
import { platformOfPost, postName } from '../../post-name.ts'
import { isWeb } from '../../ticket/facts.tsx'
import { clockTime, exactTime } from '../../time.ts'
import { accountName } from '../behind/narrowed-to.ts'
import { MoodPanel } from '../mood-panel.tsx'
import type { BoardPlace } from '../place.ts'
import { type Happened, happenedIn } from './happened.ts'
import style from './mood.module.css'

type OverTimeProps = { data: BoardMood; place: BoardPlace; now: number }

/** The curve, with signs where something happened; below it what that was. A sign leads to its words. */
export function MoodOverTime({ data, place, now }: OverTimeProps) {
  const happened = useMemo(() => happenedIn(data), [data])
  const list = useRef<HTMLOListElement>(null)
  const show = (mark: number) => {
    const item = list.current?.children[mark]
    item?.scrollIntoView({ block: 'nearest' })
    item?.querySelector<HTMLElement>('a, [tabindex]')?.focus()
  }
  return (
    <MoodPanel
      data={data}
      place={place}
      wide={12}
      notes={happened}
      onNote={show}
      below={
        <section className={style.happened} aria-label={t('mood.notes')}>
          <h4>{t('mood.notes')}</h4>
          {happened.length === 0 && <p className={style.quiet}>{t('mood.notes-none')}</p>}
          <ol className={style.moments} ref={list}>
            {happened.map(one => (
              <Moment key={one.at} of={one} data={data} now={now} />
            ))}
          </ol>
        </section>
      }
    />
  )
}

const Moment = ({ of: { sign, notes }, data, now }: { of: Happened; data: BoardMood; now: number }) => (
  <li className={style.moment}>
    <span className={style.sign}>{sign}</span>
    <ul>
      {notes.map(note => (
        <li className={style.note} key={`${note.kind} ${note.id}`}>
          <time title={exactTime(note.at)}>{clockTime(note.at, now)}</time>
          <span className={style.kind} data-kind={note.kind}>
            {t(`mood.note.${note.kind}`)}
          </span>
          <Way note={note} />
          {note.account !== undefined && <span className={style.quiet}>{accountName(note.account, data)}</span>}
        </li>
      ))}
    </ul>
  </li>
)

/** To the incident, or to the post where it was published. */
function Way({ note: { at, kind, id, link, title } }: { note: MoodNote }) {
  const may = useMay()
  const words = kind === 'post' ? postName({ title, platform: platformOfPost(id), at }) : title
  if (kind === 'incident' && may('incident.read')) {
    const to = `?${new URLSearchParams({ view: 'incidents', open: id })}`
    return (
      <a href={to} onClick={plainly(() => visit(to))}>
        {words}
      </a>
    )
  }
  if (isWeb(link))
    return (
      <a href={link} target="_blank" rel="noreferrer" title={t('ticket.original')}>
        {words}
      </a>
    )
  return <span tabIndex={-1}>{words}</span>
}
