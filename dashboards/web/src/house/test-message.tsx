import { Alert, Button } from 'antd'
import { useChannelTest } from '../data/channel-test.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { exactTime, secondTime } from '../time.ts'
import style from './house.module.css'

type TestProps = { channel: string; person?: string; name: string; main?: boolean; onArrived?: () => void }

/** Sends a test message, and says in words whether it arrived. */
export function TestMessage({ channel, person, name, main, onArrived }: TestProps) {
  const { test, outcome, error, isUnderWay } = useChannelTest()
  const state = outcome?.state
  const waits = isUnderWay && !error && (state === undefined || state === 'pending' || state === 'sending')
  return (
    <div className={style.test}>
      <Button
        type={main ? 'primary' : 'default'}
        loading={slowly(test.isPending || (waits && outcome?.reason === undefined))}
        onClick={() => test.mutate({ channel, ...(person !== undefined && { person }) })}
      >
        {t('test.send', { name })}
      </Button>
      <div role="status">
        {error && <Alert type="error" showIcon title={problemWords(error)} />}
        {waits && <Alert type="info" showIcon title={t('test.waits')} description={outcome?.reason} />}
        {state === 'sent' && (
          <Alert
            type="success"
            showIcon
            title={
              <span title={exactTime(outcome!.sentAt ?? outcome!.madeAt)}>
                {t('test.sent', { at: secondTime(outcome!.sentAt ?? outcome!.madeAt) })}
              </span>
            }
            description={outcome?.reason}
            action={
              onArrived && (
                <Button size="small" onClick={onArrived}>
                  {t('test.arrived')}
                </Button>
              )
            }
          />
        )}
        {(state === 'failed' || state === 'unknown') && (
          <Alert type="error" showIcon title={t(`test.${state}`)} description={outcome?.reason} />
        )}
      </div>
    </div>
  )
}
