import { route } from '../web/urls.js'

export const firstUrl = route('/')
export const schoolUrl = route('/schools/:school')

export const exampleUrl = route('/example')
export const roleUrl = route('/example/:role')

export const setupUrl = route('/setup')
export const setupCodeUrl = route('/setup/code')
export const setupStepUrl = route('/setup/:step')
export const setupDoneUrl = route('/setup/done/:school')
