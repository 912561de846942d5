import { Alert } from 'antd'
import { TestMessage } from '../house/test-message.tsx'
import { t } from '../language.ts'
import { Copy } from '../me/copy.tsx'
import { useLadders } from './standing.ts'
import { StepFrame } from './step-frame.tsx'
import style from './welcome.module.css'

/** What stands in the settings file for the usual robot. */
const EXAMPLE = JSON.stringify(
  { channels: [{ kind: 'wecom', name: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…' }] },
  undefined,
  2
)

type StepProps = { tested: readonly string[]; onTested: (channel: string) => void }

/** Where alerts go, tried with a message. */
export function ChannelsStep({ tested, onTested }: StepProps) {
  const channels = useLadders().data?.channels ?? []
  return (
    <StepFrame step="channels" done={channels.some(name => tested.includes(name))}>
      {channels.length === 0 ? (
        <>
          <Alert type="warning" showIcon title={t('welcome.no-channel')} description={t('welcome.no-channel-hint')} />
          <pre className={style.code}>{EXAMPLE}</pre>
          <div>
            <Copy text={EXAMPLE} />
          </div>
          <p className={style.hint}>{t('welcome.channel-kinds')}</p>
        </>
      ) : (
        channels.map((name, i) => (
          <TestMessage
            key={name}
            channel={name}
            name={name}
            main={i === 0 && !tested.includes(name)}
            onArrived={() => onTested(name)}
          />
        ))
      )}
      {channels.some(name => tested.includes(name)) && (
        <Alert
          type="success"
          showIcon
          title={t('welcome.tested', { names: channels.filter(name => tested.includes(name)).join(t('facts.and')) })}
        />
      )}
    </StepFrame>
  )
}
