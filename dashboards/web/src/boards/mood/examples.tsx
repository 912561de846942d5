import type { BoardMood } from '@huiyin/schemas/api-boards.ts'
import { CommentCard } from '../../comments/comment-card.tsx'
import { t } from '../../language.ts'
import panel from '../panel.module.css'
import { Panel } from '../panel.tsx'
import { type BoardPlace, changedPlace, formatBoardPlace, goTo } from '../place.ts'
import style from './mood.module.css'

/** Some comments in their own words. */
export const Examples = ({ data, place, now }: { data: BoardMood; place: BoardPlace; now: number }) => (
  <Panel title={t('mood.examples')} wide={12}>
    {data.examples.length === 0 && <p className={panel.none}>{t('mood.examples-none')}</p>}
    <ol className={style.examples}>
      {data.examples.map(row => (
        <CommentCard
          key={row.id}
          row={row}
          query=""
          open={row.ticket !== undefined && row.ticket === place.ticket}
          href={formatBoardPlace(changedPlace(place, { ticket: row.ticket }))}
          now={now}
          onOpen={ticket => goTo(changedPlace(place, { ticket }))}
        />
      ))}
    </ol>
  </Panel>
)
