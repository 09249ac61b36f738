import { Navigate, Route, Routes } from 'react-router'
import { useSession } from './api/session'
import { Frame } from './frame/frame'
import { ROOMS } from './frame/rooms'
import { SignIn } from './session/sign-in'

/** 工作台: whoever is not signed in signs in first and lands where the link led. */
export function Desk() {
  if (!useSession()) return <SignIn />
  return (
    <Frame>
      <Routes>
        {ROOMS.flatMap(({ pages }) => pages).map(({ path, element }) => (
          <Route key={path} path={path} element={element} />
        ))}
        <Route path="*" element={<Navigate to="/votes" replace />} />
      </Routes>
    </Frame>
  )
}
