import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { visit } from '../data/query-string.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { LabelMark, LevelMark } from '../marks/marks.tsx'
import { asked, useMood, useOverview } from './ask.ts'
import style from './board.module.css'
import { BoardSkeleton } from './board-skeleton.tsx'
import { Brief } from './brief.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Head } from './head.tsx'
import { isLabel, isLevel, labelName, levelName } from './key-figures.ts'
import { KeyTiles, NowTiles } from './key-tiles.tsx'
import { MoodPanel } from './mood-panel.tsx'
import { Narrow } from './narrow.tsx'
import { NoBefore, wasEmpty } from './no-before.ts'
import { OthersPanel } from './others-panel.tsx'
import { OutcomesPanel } from './outcomes-panel.tsx'
import panel from './panel.module.css'
import { PartsPanel } from './parts-panel.tsx'
import { periodName } from './period.ts'
import { saveOverview } from './picture/overview-picture.ts'
import { type BoardPlace, wantedOf } from './place.ts'
import { RanksPanel } from './ranks-panel.tsx'
import { Standing } from './standing.tsx'
import { Subscribe } from './subscriptions/subscribe.tsx'
import { TopicsPanel } from './topics-panel.tsx'
import { VolumePanel } from './volume-panel.tsx'

/** The overview: its head stays, what is below scrolls. */
export function Overview({ place, now }: { place: BoardPlace; now: number }) {
  const wanted = wantedOf(place)
  const { data, error, isPlaceholderData, refetch } = useOverview(wanted)
  return (
    <>
      <Head title={t('view.overview')} place={place} now={now} period={data ? periodName(data.span, data.period) : ' '}>
        <Narrow place={place} />
        <span className={style.acts}>
          <Subscribe place={place} />
          <ExportMenu
            files="/api/boards/overview"
            query={asked(wanted)}
            {...(data && { onPicture: () => saveOverview(data) })}
            more={
              <a href="?view=wall" onClick={plainly(() => visit('?view=wall'))}>
                {t('wall.open')}
              </a>
            }
          />
        </span>
      </Head>
      <div className={style.scroll} aria-busy={isPlaceholderData}>
        {data ? (
          <NoBefore value={wasEmpty(data)}>
            <div className={style.sheet} data-as-of={data.asOf}>
              <Standing of={data} now={now} error={error} onRenew={refetch}>
                <Brief data={data} place={place} />
              </Standing>
              <KeyTiles data={data} place={place} />
              <NowTiles data={data} place={place} />
              {isEmpty(data) ? (
                <Notice title={t('boards.empty')} hint={t('boards.empty-hint')} />
              ) : (
                <Panels data={data} place={place} />
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

const isEmpty = ({ figures, counting }: BoardOverview) =>
  counting === undefined && figures.every(({ value, before }) => !value && !before)

const OF_ACCOUNTS = ['comments', 'cases', 'on-time-rate', 'reply-median']
const OF_DEPARTMENTS = ['dispatches', 'handle-rate', 'bounced']

function Panels({ data, place }: { data: BoardOverview; place: BoardPlace }) {
  const { mixes, topics, accounts, departments, definitions } = data
  const mood = useMood({ ...wantedOf(place), board: 'mood' }).data
  return (
    <div className={panel.panels}>
      <VolumePanel data={data} place={place} />
      <PartsPanel
        title={t('boards.labels')}
        by="label"
        parts={mixes.label}
        place={place}
        name={labelName}
        draw={key => (isLabel(key) ? <LabelMark label={key} /> : labelName(key))}
      />
      {mood && <MoodPanel data={mood} place={place} wide={8} />}
      <PartsPanel
        title={t('boards.levels')}
        by="level"
        parts={mixes.level}
        place={place}
        name={levelName}
        draw={key => (isLevel(key) ? <LevelMark level={key} /> : levelName(key))}
      />
      <OutcomesPanel data={data} place={place} />
      <TopicsPanel topics={topics} place={place} />
      <RanksPanel of="account" rows={accounts} figures={OF_ACCOUNTS} definitions={definitions} place={place} />
      <RanksPanel of="department" rows={departments} figures={OF_DEPARTMENTS} definitions={definitions} place={place} />
      <OthersPanel data={data} place={place} />
    </div>
  )
}
