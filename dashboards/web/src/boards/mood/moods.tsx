import type { BoardMood } from '@huiyin/schemas/api-boards.ts'
import { Failed } from '../../frame/failed.tsx'
import { Notice } from '../../frame/notice.tsx'
import { t } from '../../language.ts'
import { asked, useMood } from '../ask.ts'
import style from '../board.module.css'
import { BoardSkeleton } from '../board-skeleton.tsx'
import { ExportMenu } from '../export-menu.tsx'
import { Head } from '../head.tsx'
import { Narrow } from '../narrow.tsx'
import { moodWasEmpty, NoBefore } from '../no-before.ts'
import panel from '../panel.module.css'
import { periodName } from '../period.ts'
import { saveMood } from '../picture/mood-picture.ts'
import { type BoardPlace, wantedOf } from '../place.ts'
import { between } from '../said.ts'
import { Standing } from '../standing.tsx'
import { Subscribe } from '../subscriptions/subscribe.tsx'
import { Examples } from './examples.tsx'
import { GrownPanel } from './grown-panel.tsx'
import { moodBrief } from './mood-brief.ts'
import { MoodOverTime } from './mood-over-time.tsx'
import { MoodParts } from './mood-parts.tsx'
import { MoodTiles } from './mood-tiles.tsx'
import { Narrowed } from './narrowed.tsx'

/** How people feel: over time, with what happened, and apart by where and about what. */
export function Moods({ place, now }: { place: BoardPlace; now: number }) {
  const wanted = wantedOf(place)
  const { data, error, isPlaceholderData, refetch } = useMood(wanted)
  return (
    <>
      <Head title={t('view.mood')} place={place} now={now} period={data ? periodName(data.span, data.period) : ' '}>
        <Narrow place={place} />
        <span className={style.acts}>
          <Subscribe place={place} />
          <ExportMenu
            files="/api/boards/mood"
            query={asked(wanted)}
            {...(data && { onPicture: () => saveMood(data) })}
          />
        </span>
      </Head>
      <div className={style.scroll} aria-busy={isPlaceholderData}>
        {data ? (
          <NoBefore value={moodWasEmpty(data)}>
            <div className={style.sheet} data-as-of={data.asOf}>
              <Standing of={data} now={now} error={error} onRenew={refetch}>
                <p className={style.brief}>{moodBrief(data).join(between())}</p>
              </Standing>
              <Narrowed place={place} board={data} />
              {isEmpty(data) ? (
                <Notice title={t('boards.empty')} hint={t('mood.empty-hint')} />
              ) : (
                <Panels data={data} place={place} now={now} />
              )}
            </div>
          </NoBefore>
        ) : error ? (
          <Failed title={t('boards.failed')} error={error} onRetry={refetch} />
        ) : (
          <BoardSkeleton />
        )}
      </div>
    </>
  )
}

const isEmpty = ({ total, before, counting }: BoardMood) =>
  counting === undefined && [total, before].every(of => of.negative + of.neutral + of.positive === 0)

const Panels = ({ data, place, now }: { data: BoardMood; place: BoardPlace; now: number }) => (
  <>
    <MoodTiles data={data} place={place} />
    <div className={panel.panels}>
      <MoodOverTime data={data} place={place} now={now} />
      <MoodParts data={data} place={place} />
      <GrownPanel data={data} place={place} />
      <Examples data={data} place={place} now={now} />
    </div>
  </>
)
