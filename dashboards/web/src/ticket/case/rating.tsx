import { Button } from 'antd'
import { t } from '../../language.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Card } from './card.tsx'

const SCORES = [1, 2, 3, 4, 5] as const

/** How content the citizen was with a case that is done. */
export function Rating() {
  const { view, busy, act } = useDesk()
  const said = view.cycles.at(-1)?.satisfaction
  const rates = mayDo(view, 'rate')
  if (!rates && !said) return null
  return (
    <Card
      title={t('rating.title')}
      facts={
        said ? [t('event.score', { score: said.score }), t('rating.by', { who: said.by.name })] : [t('rating.hint')]
      }
      acts={
        rates && (
          <fieldset aria-label={t('rating.title')}>
            {SCORES.map(score => (
              <Button
                key={score}
                size="small"
                type={said?.score === score ? 'primary' : 'default'}
                aria-pressed={said?.score === score}
                disabled={busy !== undefined || said?.score === score}
                onClick={() => act({ kind: 'rating', body: { score } })}
              >
                {t('rating.score', { score })}
              </Button>
            ))}
          </fieldset>
        )
      }
    />
  )
}
