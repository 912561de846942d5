import { Alert, Button, Popover, Segmented } from 'antd'
import { useState } from 'react'
import { speak, t, useLanguage } from '../language.ts'
import { choose, LOOKS, useLook } from '../look/theme.ts'
import { SettingsIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import style from './frame.module.css'

type Person = { version?: string; onMe?: () => void; onSignOut?: () => Promise<void> }

function Panel({ version, onMe, onSignOut }: Person) {
  const language = useLanguage()
  const look = useLook()
  const [error, setError] = useState<unknown>()
  return (
    <div className={style.settings}>
      <div className={style.setting}>
        {t('settings.language')}
        <Segmented
          block
          value={language}
          onChange={speak}
          options={(['zh', 'en'] as const).map(value => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
      <div className={style.setting}>
        {t('settings.look')}
        <Segmented
          block
          value={look}
          onChange={choose}
          options={LOOKS.map(value => ({ value, label: t(`look.${value}`) }))}
        />
      </div>
      {onMe && (
        <Button block onClick={onMe}>
          {t('me.open')}
        </Button>
      )}
      {onSignOut && (
        <Button block onClick={() => onSignOut().catch(setError)}>
          {t('sign-out')}
        </Button>
      )}
      {error !== undefined && <Alert type="error" title={problemWords(error)} />}
      {version && <span className={style.version}>{`${t('app.name')} ${version}`}</span>}
    </div>
  )
}

/** Language, appearance, one’s own account and the way out. */
export function Settings({ onMe, ...person }: Person) {
  const [open, setOpen] = useState(false)
  const go = onMe && {
    onMe: () => {
      setOpen(false)
      onMe()
    }
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={<Panel {...person} {...go} />}
    >
      <Button type="text" icon={<SettingsIcon />} aria-label={t('settings')} />
    </Popover>
  )
}
