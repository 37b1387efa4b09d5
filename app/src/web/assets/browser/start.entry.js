import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
} from 'govuk-frontend'
import { blurScreen } from './blur-screen.js'
import { keepDrafts } from './keep-drafts.js'
import { quickExit } from './quick-exit.js'

quickExit()
blurScreen()

// Before the components start: they read what is ticked and typed when they do.
await keepDrafts()

for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
])
  createAll(Component)
