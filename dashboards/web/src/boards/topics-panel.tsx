import type { BoardTopic } from '@huiyin/schemas/api-boards.ts'
import { BarMark } from '../charts/bar-mark.tsx'
import { t } from '../language.ts'
import { count } from '../numbers.ts'
import { comparisonOf } from './comparison.ts'
import { Versus } from './figure-mark.tsx'
import { Listed } from './listed-link.tsx'
import style from './panel.module.css'
import { Panel } from './panel.tsx'
import type { BoardPlace } from './place.ts'

const SHOWN = 8

/** What many write about, the most first. */
export function TopicsPanel({ topics, place }: { topics: readonly BoardTopic[]; place: BoardPlace }) {
  const most = Math.max(1, ...topics.map(({ value }) => value))
  return (
    <Panel title={t('boards.topics')} wide={4}>
      {topics.length === 0 && <p className={style.none}>{t('boards.topics-none')}</p>}
      <ol className={style.bars}>
        {topics.slice(0, SHOWN).map(topic => (
          <li key={topic.phrase} className={style.bar} data-part={topic.phrase}>
            <span className={style.label} title={topic.phrase}>
              {topic.phrase}
            </span>
            <span className={style.values}>
              {topic.before === 0 ? (
                <span className={style.more}>{t('boards.topic-new')}</span>
              ) : (
                <Versus of={comparisonOf('topic', 'comments', topic)} />
              )}
              <Listed
                place={place}
                list={{ list: 'topic-comments', by: 'topic', key: topic.phrase }}
                name={t('boards.open-list', { name: topic.phrase, value: count(topic.value) })}
              >
                {count(topic.value)}
              </Listed>
            </span>
            <BarMark share={topic.value / most} before={topic.before / most} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}
