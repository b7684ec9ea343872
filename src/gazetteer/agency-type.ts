/** Types of public bodies (DESIGN.md, "The words"). */
export type AgencyType =
  | 'public_security'
  | 'police_station'
  | 'government'
  | 'party_committee'
  | 'political_legal'
  | 'zongzhi'
  | 'procuratorate'
  | 'court'
  | 'justice'
  | 'fire'
  | 'traffic'
  | 'finance'
  | 'armed_forces'
  | 'enterprise'
  | 'mass_organisation'
  | 'other';
