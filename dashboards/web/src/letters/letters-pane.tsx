import { useMay } from '../data/may.ts'
import { Beyond } from '../frame/beyond.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { PagedList } from '../pane/paged-list.tsx'
import { Pane, Waiting } from '../pane/pane.tsx'
import { useWalk } from '../pane/use-walk.ts'
import { Choice } from '../search/choice.tsx'
import { LetterCard, OwnCard } from './letter-card.tsx'
import style from './letters.module.css'
import { ABOUTS, BOXES, goLetter, type LetterPlace } from './place.ts'
import { useAllLetters, useOwnLetters } from './use-letters.ts'

type PaneProps = { place: LetterPlace; now: number }

/** One's own letters, or all that were sent. */
export const LettersPane = ({ place, now }: PaneProps) =>
  place.box === 'mine' ? <OwnPane place={place} now={now} /> : <AllPane place={place} now={now} />

function OwnPane({ place, now }: PaneProps) {
  const list = useOwnLetters(true)
  useWalk({ ids: list.rows.map(({ id }) => id), open: place.open, onOpen: id => goLetter({ open: id }) })
  const waiting = list.rows.filter(({ receipt, received }) => receipt && !received).length
  const summary = waiting > 0 ? t('letters.unread', { count: waiting }) : t('letters.all-read')
  return (
    <Pane name={t('view.letters')} head={<Head place={place} summary={list.rows.length > 0 ? summary : ''} />}>
      <PagedList
        list={list}
        rows={list.rows}
        failed={t('letters.failed')}
        waiting={<Waiting className={style.waiting} cards={4} title="40%" lines={1} />}
        nothing={<Notice title={t('letters.none-mine')} hint={t('letters.none-mine-hint')} />}
        draw={row => <OwnCard key={row.id} row={row} open={row.id === place.open} now={now} />}
      />
    </Pane>
  )
}

function AllPane({ place, now }: PaneProps) {
  const list = useAllLetters(place.about, true)
  useWalk({ ids: list.rows.map(({ id }) => id), open: place.open, onOpen: id => goLetter({ open: id }) })
  const late = list.rows.filter(({ counts }) => counts.late > 0).length
  const summary = late > 0 ? t('letters.late-of', { count: late }) : ''
  return (
    <Pane name={t('view.letters')} head={<Head place={place} summary={summary} />}>
      <Beyond />
      <PagedList
        list={list}
        rows={list.rows}
        failed={t('letters.failed')}
        waiting={<Waiting className={style.waiting} cards={4} title="40%" lines={1} />}
        nothing={<Notice title={t('letters.none-all')} hint={t('letters.none-all-hint')} />}
        draw={row => <LetterCard key={row.id} row={row} open={row.id === place.open} now={now} />}
      />
    </Pane>
  )
}

function Head({ place, summary }: { place: LetterPlace; summary: string }) {
  const readsAll = useMay()('letter.read')
  return (
    <div className={style.bar}>
      {readsAll && (
        <span className={style.boxes} role="radiogroup" aria-label={t('letters.boxes')}>
          {BOXES.map(box => (
            // biome-ignore lint/a11y/useSemanticElements: a row of buttons, one of which is chosen
            <button
              key={box}
              type="button"
              role="radio"
              aria-checked={box === place.box}
              onClick={() => goLetter({ box }, { replace: true })}
            >
              {t(`letters.box.${box}`)}
            </button>
          ))}
        </span>
      )}
      {place.box === 'all' && (
        <Choice
          name={t('letters.about')}
          value={place.about}
          of={ABOUTS}
          draw={about => t(`letter.about.${about}`)}
          onChange={about => goLetter({ about }, { replace: true })}
        />
      )}
      <span className={style.summary} role="status">
        {summary}
      </span>
    </div>
  )
}
