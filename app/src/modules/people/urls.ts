import { route } from '../../web/urls.js'

export const peopleUrl = route('/people')
