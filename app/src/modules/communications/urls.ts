import { route } from '../../web/urls.js'

export const outboxUrl = route('/outbox')
