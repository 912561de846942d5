import { StyleProvider } from '@ant-design/cssinjs'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { Fragment, useEffect } from 'react'
import { ApiProblem } from './data/http.ts'
import { speakForSession, useSession } from './data/session.ts'
import { Failed } from './frame/failed.tsx'
import { Loading } from './frame/loading.tsx'
import { t, useLanguage } from './language.ts'
import { seeds } from './look/seeds.ts'
import { Another } from './sign-in/another.tsx'
import { MustChange } from './sign-in/must-change.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { Workbench } from './workbench.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (times, error) => times < 2 && error instanceof ApiProblem && error.undecided
    }
  }
})

speakForSession(client)

// Ant Design's styles are a file; what it still wants to write at run time goes to an element that is nowhere.
const nowhere = document.createElement('div')

export function App() {
  const language = useLanguage()
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.title = `${t('app.name')} · ${t('app.motto')}`
  }, [language])
  return (
    <StyleProvider container={nowhere}>
      <ConfigProvider
        theme={{ ...seeds.light, zeroRuntime: true }}
        locale={language === 'zh' ? zhCN : enGB}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={client}>
          <Fragment key={language}>
            <Gate />
          </Fragment>
        </QueryClientProvider>
      </ConfigProvider>
    </StyleProvider>
  )
}

function Gate() {
  const { data, error, ended, other, signIn, signOut, goOn, comeBack, refetch } = useSession()
  if (data && other) return <Another me={data.actor.name} name={other.actor.name} onGoOn={goOn} onBack={comeBack} />
  if (data?.mustChange) return <MustChange onSignOut={signOut} />
  if (data) return <Workbench session={data} onSignOut={signOut} />
  if (data === null) return <SignIn ended={ended} onSignIn={signIn} />
  return error ? <Failed error={error} onRetry={refetch} /> : <Loading />
}
