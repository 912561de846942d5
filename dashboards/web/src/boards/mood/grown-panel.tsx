import type { BoardMood } from '@huiyin/schemas/api-boards.ts'
import { t } from '../../language.ts'
import { count } from '../../numbers.ts'
import { Listed } from '../listed-link.tsx'
import panel from '../panel.module.css'
import { Panel } from '../panel.tsx'
import { versus } from '../period.ts'
import type { BoardPlace } from '../place.ts'
import style from './mood.module.css'

/** Words that more comments hold than before; each leads to those comments. */
export const GrownPanel = ({ data, place }: { data: BoardMood; place: BoardPlace }) => (
  <Panel title={t('mood.grown')} hint={t('mood.grown-hint', { vs: versus(data.span, data.period) })} wide={4}>
    {data.grown.length === 0 && <p className={panel.none}>{t('mood.grown-none')}</p>}
    <ol className={style.grown}>
      {data.grown.map(({ word, value, before }) => (
        <li key={word} data-part={word}>
          <span>{word}</span>
          <span className={panel.more}>
            {before === 0
              ? t('boards.topic-new')
              : t('mood.grown-from', { before: count(before), value: count(value) })}
          </span>
          <Listed
            place={place}
            list={{ list: 'comments', by: 'word', key: word }}
            name={t('boards.open-list', { name: word, value: count(value) })}
          >
            {count(value)}
          </Listed>
        </li>
      ))}
    </ol>
  </Panel>
)
