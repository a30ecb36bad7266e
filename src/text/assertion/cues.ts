import { standsAt, type Tokens } from '../tokens.ts';

/**
 * What a cue says of the concepts in its scope.
 * `yes` affirms and ends a negation; `talk` speaks about a thing without claiming it; `stop` ends every scope; `mask` is a
 * phrase that only looks like a cue.
 */
export type CueKind =
  | 'no'
  | 'yes'
  | 'possible'
  | 'unlikely'
  | 'hypothetical'
  | 'talk'
  | 'conditional'
  | 'historical'
  | 'resolved'
  | 'mask'
  | 'stop';
export type Direction = 'forward' | 'backward' | 'both' | 'nowhere';

export interface CueRule {
  readonly kind: CueKind;
  readonly direction: Direction;
  readonly words: readonly string[];
}

/** Wordings by kind and direction. Longer wordings win over shorter ones at the same place. */
const RULES: readonly (readonly [kind: CueKind, direction: Direction, wordings: string])[] = [
  [
    'no',
    'forward',
    "neg|negative|negative as far as|not been able to detect|not able to detect|unable to detect|not been able to find|unable to find|not find|no|no prior|not|without|w/o|denies|denied|denying|deny|nil|non|nor|never|never had|none of|no evidence of|no evidence for|no evidence to suggest|no sign of|no signs of|no signs or symptoms of|no h/o|no history of|no hx of|no hx|no hist of|no past history of|no known|no known history of|no new|no acute|no complaint of|no complaints of|no symptoms of|no findings of|no indication of|no suggestion of|no suspicion of|no obvious|no overt|no convincing|no definite|no significant|no further|no more|no longer|no longer has|negative for|neg for|neg incl|neg including|negative including|normal including|normal incl|neg :|negative :|- ve for|-ve for|free of|clear of|absence of|absent|lack of|lacks|lacking|fails to reveal|failed to reveal|did not reveal|does not reveal|did not show|does not show|not show|not reveal|not demonstrate|not have|does not have|did not have|doesn't have|don't have|doesn't|didn't|don't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|hasn't had|has not had|never had any|rules out|ruled out for|excludes|excluded|rather than|instead of|with no|nobody|no one|no-one|noone|none has|neither|unremarkable for|declines|declined|resolved without|not known to have|no fh|no fhx|no family history|no family hx|no fh of|no family h/o|no relevant|not complaining of|not c/o|nonsmoker of|zero|with no evidence of|denies any|denies having|denies current|denied any|denies h/o|denies hx of|denies history of|denies recent|no recent|cannot see|can't see|could not find|nothing to|nothing to suggest|nothing to indicate|not associated with|no associated|unaware of|not aware of|dont|doesnt|didnt|wout|w/out|not taking|not on|never took|never started|never tried|didn't take|did not take|didn't start|did not start|hasn't started|has not started|not started|fails to show|failed to show|fails to demonstrate|failed to demonstrate|failed to identify|failed to detect|did not identify|did not demonstrate|did not detect|did not find|not diagnosed with|not been diagnosed with|never diagnosed with|never been diagnosed with|no diagnosis of|hold|holding|withhold|withheld|no one in the family has|no one in the family had|no - one in the family has|nobody in the family has|no one in her family has|no one in his family has|no one else in the family has|nobody else in the family has|no family member has|no family members have|none of the family has|none of the family have|no relatives with|without any evidence of|without evidence of|no finding of|no features of|no feature of|no clinical features of|no clinical evidence of|no radiographic evidence of|no radiological evidence of|no objective evidence of|no stigmata of|no trace of|no hint of|nothing in keeping with|unable to demonstrate|could not detect|could not elicit|could not demonstrate|unable to elicit|not elicit|never experienced|has never had|have never had|had never had|never suffered from|nil of note including|not suffering from|does not suffer from|does not get|doesn't get|does not report|did not report|doesn't report|not report|not reporting|not experiencing|not experienced|not been experiencing|not noticed|has not noticed|hasn't noticed|not currently on|no longer on|not a known|not to have|found not to have|turned out not to have|known not to have|denies ever having had|denies ever having|denied ever having|denied ever having had|denies ever|denies having had|denied having had|never having had|ruled out as|proved not to be|turned out not to be|found not to be",
  ],
  [
    'no',
    'backward',
    'declined|declines|refused|refuses|never started|not started|never taken|not taken|never filled|not filled|all neg|both neg|all negative|both negative|all normal|both normal|all clear|both clear|screen neg|screen negative|screen normal|screen clear|screening neg|screening negative|screening normal|screening clear|test neg|test negative|tests neg|tests negative|serology neg|serology negative|- clear|- normal|- nad|- all clear|- all normal|neg|negative|no|none|nil|absent|denied|denies|not seen|not identified|not present|not found|not detected|not noted|not demonstrated|not visualized|not visualised|not palpable|not felt|not evident|not apparent|not appreciated|not reported|is negative|was negative|were negative|all negative|is absent|was ruled out|were ruled out|been ruled out|ruled out|is ruled out|are ruled out|is excluded|was excluded|excluded|are not seen|is not seen|was not seen|were not seen|does not occur|- ve|-ve|never happened|free|normal|preserved|intact|unremarkable|is normal|are normal|was normal|is preserved|was preserved|is intact|are intact|was intact|is unremarkable|was unremarkable|well preserved|appears normal|appear normal|looks normal|has been ruled out|is not present|is not identified|are not identified|not known|held|was held|is held|were held|on hold|being held|withheld|was withheld|unrevealing|was unrevealing|were unrevealing|none now|none currently|none today|none recently|none at present|nil now|nil currently|nil today|nil recently|not observed|was not observed|were not observed|not demonstrable|not documented|not elicited|could not be elicited|not confirmed on|has been excluded|have been excluded|were excluded|have been ruled out|not a feature|is not a feature|was not a feature|not in evidence|not obvious|not suspected clinically|not reproduced|not a problem|not an issue|does not apply|none reported|none noted|none seen|none identified|none found',
  ],
  [
    'mask',
    'nowhere',
    "non - specific|non specific|non - healing|non - compliance|non - contributory|non - compliant|non - adherence|non - adherent|worried about her|worried about his|worried about my|worried about these|worried about ongoing|worried about recent|worried about worsening|worried about increasing|anxious about her|anxious about his|anxious about my|anxious about these|anxious about ongoing|anxious about recent|anxious about worsening|anxious about increasing|concerned about her|concerned about his|concerned about my|concerned about these|concerned about ongoing|concerned about recent|concerned about worsening|concerned about increasing|since stopping|after stopping|since stopped|no increase|not changed|not worsened|not increased|not decreased|not progressed|no residua of|on history|by history|per history|no change|no changes|no significant change|no interval change|no significant interval change|no further increase|not only|not just|not necessarily|no doubt|not certain if|not certain whether|not clear if|without difficulty|without further|without any further|gram negative|no benefit|no benefit from|no effect|no joy|no luck|no difference|no diff|no use|no cause|no cause for|no cause of|not relieved|not improved|no improvement|no improvement in|not resolved|not settled|not settling|not better|no better|no relief|no relief of|no relief from|no response|no response to|not respond|not controlled|not well controlled|not fully|not completely|not entirely|not yet|not helped|not helping|not help|did not help|didn't help|not drain|not feel well|no treatment for|no medication for|no cure|not be related|not due to|not related to|not caused by|not the cause|not explain|not explained by|not eating|not sure|holding arm|holding arms|holding head|holding neck|holding hand|holding hands|holding leg|holding legs|holding breath|holding her arm|holding her arms|holding her head|holding her neck|holding her hand|holding her hands|holding her leg|holding her legs|holding her breath|holding his arm|holding his arms|holding his head|holding his neck|holding his hand|holding his hands|holding his leg|holding his legs|holding his breath|holding their arm|holding their arms|holding their head|holding their neck|holding their hand|holding their hands|holding their leg|holding their legs|holding their breath|holding both arm|holding both arms|holding both head|holding both neck|holding both hand|holding both hands|holding both leg|holding both legs|holding both breath|holding the arm|holding the arms|holding the head|holding the neck|holding the hand|holding the hands|holding the leg|holding the legs|holding the breath|holding up arm|holding up arms|holding up head|holding up neck|holding up hand|holding up hands|holding up leg|holding up legs|holding up breath|hold arm|hold arms|hold head|hold neck|hold hand|hold hands|hold leg|hold legs|hold breath|hold her arm|hold her arms|hold her head|hold her neck|hold her hand|hold her hands|hold her leg|hold her legs|hold her breath|hold his arm|hold his arms|hold his head|hold his neck|hold his hand|hold his hands|hold his leg|hold his legs|hold his breath|hold their arm|hold their arms|hold their head|hold their neck|hold their hand|hold their hands|hold their leg|hold their legs|hold their breath|hold both arm|hold both arms|hold both head|hold both neck|hold both hand|hold both hands|hold both leg|hold both legs|hold both breath|hold the arm|hold the arms|hold the head|hold the neck|hold the hand|hold the hands|hold the leg|hold the legs|hold the breath|hold up arm|hold up arms|hold up head|hold up neck|hold up hand|hold up hands|hold up leg|hold up legs|hold up breath|holding on|holding up|cannot hold|unable to hold|no signs of improvement|no reason|no problem with|no problems with|no difficulty|no difficulties|not exclude|no need|not need|no need for|not needed|not been able|unable|no different|no less|negative inspiratory|not interested|no plans|no plan|no action|no follow|no red flags :|no red flags|no red flag|no red flag :|without red flags|no routine|no fu|no fluid overload status|not optimal|not optimally|not ideal|no sooner|no help|no way|no obvious cause|no known cause|no cause found|no one knows|no prior study|no prior studies|no prior exam|no prior exams|no prior films|no prior film|no prior imaging|no prior for|no priors|no prior available|no prior comparison|no previous study|no previous studies|nothing else|why not|whether or not|or not|not the|no matter|no apparent reason|for no reason|with no precipitant|give a history of|gives a history of|gave a history of|giving a history of|year old|years old|yr old|yrs old|yo old|month old|months old|week old|weeks old|day old|days old|year - old|month - old|week - old|day - old|old records|old chart|old notes|old films|old film|previous notes|previous records|prior to|previous to|previously healthy|previously well|previously fit|previously asymptomatic|previously independent|previously normal|previously seen|previously noted|previously described|previously identified|previously visualized|previously visualised|previously reported|past week|past weeks|past month|past months|past day|past days|past few|past several|past couple|past year|past years|past hour|past hours|past 24|past two|past three|past four|past five|past six|prior admission|not used to|grateful if|be grateful if|grateful if you could|grateful if you would|appreciate if|appreciate it if|if you could|if you would|if possible|if able|even if|as if|thinks the|thinks his|thinks her|thinks that the|thinks that his|thinks that her|think the|think that the|feels that the|no sign of improvement|no improvement despite|not a candidate|not a good candidate|not have time|not to mention|no better despite|no longer than|no more than|no less than|not more than|not less than|no later than|no sooner than|no stranger to|not surprisingly|not unexpectedly|not uncommon|not uncommonly|not infrequent|not infrequently|not without|not bothered by|not troubled by|not limited by|no wonder|no shortage of|not take away|not adherent|not compliant|no insight into|not aware that|not realise|not realize|not tolerate|not tolerating|no complications|no complication of|no complications of|no worsening|no worsening of|no progression|no progression of|no recurrence|no deterioration|no exacerbation",
  ],
  [
    'possible',
    'forward',
    "?|??|query|possible|possibly|poss|probable|probably|prob|likely|most likely|suspected|suspect|suspects|suspicious for|suspicion of|suspicion for|suspicious of|concern for|concerns for|concerning for|concern about|concerned about|concerned re|worrisome for|may represent|might represent|could represent|may be|might be|could be|may reflect|might reflect|could reflect|may have|might have|could have|may indicate|can be seen with|r/o|ro|rule out|to rule out|to exclude|exclude|to r/o|evaluate for|evaluation for|assess for|work up for|workup for|work-up for|cannot exclude|can't exclude|cannot be excluded|could not exclude|not exclude|not excluded|cannot rule out|can not rule out|can not exclude|unable to exclude|unable to rule out|not rule out|not ruled out|does not exclude|did not exclude|perhaps|maybe|presumed|presumably|presumptive|questionable|question of|question|equivocal for|differential|differential diagnosis|differential includes|differential considerations include|ddx|ddx :|dd|dd :|versus|vs|suggest|suggests|suggesting|suggestive of|suggested|raises the possibility of|raising the possibility of|possibility of|potential|potentially|felt to be possibly|appears to be|appear to be|thought to be|felt to represent|felt to be|thinks|wonder|wonders|wondering|wonder if|? if|favor|favored|favour|favors|favoring|favouring|may be secondary to|may be due to|might be due to|could be due to|could be secondary to|possibly due to|possibly secondary to|may be related to|possibly related to|likely due to|likely secondary to|likely related to|probably due to|probably secondary to|probably related to|may be compatible with|may be consistent with|possibly consistent with|may be from|could be from|suggestion of|correlate for|correlate clinically for|differential diagnosis includes|primary differential diagnosis includes|in the differential is|suspicious|question of|believed to be|concern that|looking for|look for|screen for|check for|investigate for|tests for|testing for|test for|r / o|working diagnosis|provisional|tentative|impression of|wonder whether|wonders whether|wondering whether|wonder about|wondered about|wondered whether|not sure whether|isn't sure whether|unsure whether|unclear whether|uncertain whether|not sure if|isn't sure if|unsure if|unclear if|uncertain if|not clear whether she ever had|can't remember whether|cannot remember whether|cannot remember if|can't remember if|cannot entirely exclude|cannot completely exclude|can not entirely exclude|difficult to exclude|hard to exclude|exclude the possibility of|cannot be sure about|query underlying|in keeping with possible|compatible with possible|might well be|may well be|could well be|could be a|may be a|might be a|one possibility is|raises concern for|raises concerns about|raising concern for|raise the possibility of|raised the possibility of|worrying for|question whether|questions whether|to look for|being investigated for|under investigation for|awaiting investigation for|possible diagnosis of|likely diagnosis of|probable diagnosis of|presumptive diagnosis of|working diagnosis of|provisional diagnosis of|treated as|treated empirically for|covered for|empirically treated for|consider|considering|be tested for|to be tested for|tested for|wants testing for|wants a test for|be screened for|be checked for",
  ],
  [
    'talk',
    'forward',
    "q's :|qs :|q :|q's|questions :|questions about|questions re|question about|question re|asked about|asks about|asking about|enquired about|enquiring about|inquired about|wants to know about|wants to discuss|read about|reading about|heard about|googled|googling|talk about|talked about|chat about|chatted about|worried about|worried re|worry about|worries about|worrying about|worried it|worried that it|concerned that it|convinced it|thinks it is|thinks it's|anxious about|anxious re|scared of|fear of|fears|afraid of|terrified of|leaflet on|leaflet about|leaflet re|info on|info about|information on|information about|screening for|screened for|vaccine for|vaccine against|vaccination for|vaccination against|vaccinated for|vaccinated against|vacc for|jab for|immunised against|immunized against|immune to|immunity to|antibody to|antibodies to|ab to|abs to|gene for|genes for|genetic test for|genetic testing for|prophylaxis for|prophylaxis against|ppx for|ppx against",
  ],
  [
    'possible',
    'backward',
    'w/u|workup|work up|work-up|r/o|?|??|vs|versus|possible|probable|probably|likely|suspected|is possible|is likely|is suspected|cannot be excluded|can not be excluded|cannot be ruled out|not excluded|not be excluded|not ruled out|cannot be completely excluded|cannot be entirely excluded|could not be excluded|questioned|is questioned|considered|was considered|is a consideration|is a possibility|in the differential|to be excluded|to be ruled out|needs excluding|needs to be excluded|should be considered|should be excluded|could be|may be|cannot be fully excluded|cannot be confidently excluded|is hard to exclude|is difficult to exclude|remains possible|remains a possibility|remains on the differential|is on the differential|on the differential|is a concern|is also possible|is thought likely|is thought possible|not entirely excluded|not completely excluded|not been excluded|has not been excluded|have not been excluded|yet to be excluded|being considered|under consideration|is being considered|until proven otherwise|in mind|in the back of my mind|to consider|is a possible explanation|is a differential|as a possibility',
  ],
  [
    'unlikely',
    'forward',
    "unlikely|unlikely to be|unlikely to represent|not likely|not thought to be|not felt to be|doubt|doubtful|not suggestive of|not consistent with|not in keeping with|not compatible with|not typical of|low suspicion for|low suspicion of|low probability of|low probability for|low likelihood of|not suspicious for|not concerning for|argues against|against|not a|do not think|don't think|does not think|doesn't think|did not think|do not believe|don't believe|does not believe|do not feel|don't feel that|not convinced|not convinced that|unconvinced|not convinced this is|no reason to suspect|no reason to think|little to suggest|little evidence of|little evidence for|does not suggest|did not suggest|not suggest|does not support|not support a diagnosis of|less suggestive of|not felt to have|not thought to have|not felt to represent|not thought to represent|not believed to be",
  ],
  [
    'unlikely',
    'backward',
    "unlikely|is unlikely|seems unlikely|less likely|very unlikely|highly unlikely|not likely|not suspected|not considered|doubtful|doesn't fit|does not fit|didn't fit|not supported|not confirmed|felt unlikely|felt to be unlikely|felt to be very unlikely|thought unlikely|thought to be unlikely|considered unlikely|considered very unlikely|deemed unlikely|judged unlikely|is felt unlikely|is felt to be unlikely|is felt to be very unlikely|is thought unlikely|is thought to be unlikely|is considered unlikely|was felt unlikely|was felt to be unlikely|was thought unlikely|was thought to be unlikely|was considered unlikely|is very unlikely|is highly unlikely|is most unlikely|most unlikely|seems very unlikely|appears unlikely|is not suspected|is not likely|is improbable|improbable",
  ],
  [
    'yes',
    'forward',
    'complains of|complaining of|complained of|c/o|reports|reported|endorses|endorsed|admits|admits to|admitted|presents with|presented with|presenting with|positive for|pos for|+ve for|significant for|notable for|remarkable for|has had|does have|does report|does have some|still has|still gets|now has|with ongoing|persistent|consistent with|compatible with|in keeping with|diagnostic of|developed|develops|has developed|found to have|demonstrates|demonstrated|shows|showed|showing|revealed|reveals|there is|there are|except|except for|exc|bar|apart from|aside from|other than|besides|but for|save for|due to|secondary to|because of|2/2|caused by|causing|given|attributed to|related to|as a result of|sec to|despite|in spite of|diagnosed with',
  ],
  [
    'yes',
    'backward',
    'known|yes|pos|present|is present|are present|was present|positive|+ve|was noted|were noted|is seen|are seen|was seen|were seen|persists|persist|continues|continue|ongoing',
  ],
  [
    'hypothetical',
    'forward',
    'but are not limited to|but not limited to|not limited to|if|return if|return for|return to er if|return to ed if|come back if|should|unless|in case|in case of|in the event of|red flags :|red flag :|red flags|warned re|warned about|warned of|warn re|counselled re|counseled re|counselled about|counseled about|counseled regarding|advised re|advised regarding|discussed risk of|risk of|risks of|risks including|risks include|risk for|risk factors for|risk factor for|at risk for|at risk of|watch for|watch out for|monitor for|monitoring for|look out for|safety net|safety-net|safety netted|safety netted re|to prevent|prevent|prevention of|prophylaxis|side effects|side effects of|side effects include|side effects including|se :|for signs of|for symptoms of|any signs of|any symptoms of|about signs of|about symptoms of|re signs of|re symptoms of|signs and symptoms of|signs or symptoms of|returns with|call for|call with|call if|call 911 if|seek medical attention for|for any|for development of|educated about|educated re|educated on|education on|education about|as needed for|prn|prn for|prn :|p.r.n.|to avoid|avoid|whether|once the|once her|once his|once she|once he|precautions|instructed to return|rv if|tci if|when she develops|encourage|encouraged|aim for|could cause|can cause|may cause|might cause|complications such as|complications including|potential for|likelihood of',
  ],
  [
    'hypothetical',
    'backward',
    'risk score|risk scores|risk calculator|risk assessment|risk factors|support group|gene|genes|genetics|vaccine|vaccines|vaccination|vacc|vax|jab|booster|immunisation|immunization|ppx|contact|contacts|exposure|association|charity|foundation|clinic|pathway|protocol|service|nurse|specialist|society|guidelines|guideline|advised|encouraged|recommended|is advised|precautions|prophylaxis|prevention|risk|screening|screen|advice|leaflet|warnings|awareness|education|in the future|should it occur|if needed|can happen|may happen|might happen|could happen|can occur|may occur|might occur|could occur|can develop|may develop|can sometimes happen|can sometimes occur|may sometimes occur|is a known side effect|is a side effect|is a possible side effect|as a side effect|is a risk|is a recognised complication|is a possible complication|were to occur|were to recur|were to develop|should recur|recurs in future',
  ],
  [
    'conditional',
    'forward',
    'allergic to|allergy to|intolerant of|intolerant to|causes|caused|makes her|makes him|made her|made him|gave her|gives her|gives him|gave him|intolerance to|intolerances to|intolerance of|hypersensitivity to|anaphylaxis to|anaphylactic to|reacted to|adverse reaction to|adverse reactions to|allergies to',
  ],
  ['conditional', 'backward', 'if|intol|intolerant|intolerance|allergy|allergic'],
  [
    'historical',
    'forward',
    'h/o|h/o of|hx|hx of|ho|history of|history is significant for|history significant for|history is notable for|history notable for|history includes|history including|history is remarkable for|hist of|previous|previously|prev|prior|past|past history of|known history of|remote|remote history of|old|former|formerly|ex|s/p|status post|childhood|used to have|used to get|used to be|used to|had had|previous history of|prior episodes of|prior episode of|past medical history of|past medical history significant for|past medical history is significant for|history is positive for|history positive for|medical history is positive for|past medical history is positive for|past medical history positive for|past medical history is remarkable for|past medical history remarkable for|past medical history is notable for|past medical history notable for|past medical history includes|past medical history including|medical history includes|medical history including|past medical history consists of|known to have|with a history of|with a past medical history of|with past medical history of|pmh of|pmhx of|pmh|pmhx|psh|pmh significant for|medical history of|previously suffered from|used to suffer from|previously had|once had|had once had|previously treated for|previously diagnosed with|longstanding history of|distant history of|background history of',
  ],
  [
    'historical',
    'backward',
    'in the past|in past|as a child|as child|as a kid|as a teen|as a toddler|in childhood|as a teenager|as an infant|as a baby|as a young man|as a young woman|years ago|year ago|yrs ago|yr ago|y ago|in youth|in her youth|in his youth|when younger|in her 20s|in his 20s|in her 30s|in his 30s|previously|many years ago|long ago|history|hx|since resolved|in remission|at age|aged|at the age of|last admission|previous admission|in pregnancy|during pregnancy|in prior pregnancy|in early life|as a youngster|as a boy|as a girl|as an adolescent|as a young adult|in adolescence|in her teens|in his teens|in infancy|at school|at university|as a student|back in the day|in her 40s|in his 40s|in her forties|in his forties|in her thirties|in his thirties|in her twenties|in his twenties|in her fifties|in his fifties',
  ],
  [
    'resolved',
    'backward',
    "made him sick|made her sick|made him ill|made her ill|made him unwell|made her unwell|made him vomit|made her vomit|made him feel|made her feel|made him worse|made her worse|made him dizzy|made her dizzy|upset his stomach|upset her stomach|not tolerated|was not tolerated|didn't agree|did not agree|didn't suit|did not suit|disagreed with|resolved|has resolved|have resolved|had resolved|has since resolved|settled|has settled|now settled|subsided|has subsided|cleared|cleared up|has cleared|gone|has gone|is gone|now gone|disappeared|went away|abated|no longer|no longer present|stopped|has stopped|ceased|healed|no longer an issue|finally loosened up|got better|all better|now better|fully recovered|recovered|passed off|has now resolved|have now resolved|had now resolved|now resolved|has completely resolved|have completely resolved|completely resolved|fully resolved|has fully resolved|have fully resolved|has since settled|have since settled|have settled|had settled|have gone|had gone|completely gone|has completely gone|have completely gone|is now gone|are gone|are now gone|gone completely|have cleared|had cleared|had subsided|have subsided|have disappeared|has disappeared|had disappeared|have stopped|had stopped|has ceased|have ceased|which resolved|which has resolved|which has since resolved|which have resolved|which settled|which has settled|which cleared|which has cleared|which subsided|which has subsided|which stopped|which has stopped|that resolved|that has resolved|that has since resolved|that settled|that has settled|that subsided|self resolved|self - resolved|resolved spontaneously|has gone away|have gone away|no longer troubles her|no longer troubles him|no longer bothers her|no longer bothers him|is a thing of the past|was discontinued|were discontinued|has been discontinued|have been discontinued|had been discontinued|was stopped|were stopped|has been stopped|have been stopped|was ceased|were ceased|was withdrawn|was weaned|has been weaned off|was weaned off|dried up|has dried up|went completely|has gone completely|lifted|has lifted|is better now and gone",
  ],
  [
    'resolved',
    'forward',
    'resolved|resolution of|resolving of|no longer has|recovered from|resolved :|relief of|off|stopped|stop|stopping|discontinued|discontinue|discontinuing|d/c|dc|came off|weaned off|no longer on|no longer taking|quit|gave up|given up|cut|stopped taking|has stopped|has come off|have come off|interval resolution of|complete resolution of|now free of|has stopped taking|stopped the|previously on|used to take|used to be on',
  ],
  [
    'stop',
    'nowhere',
    'but|however|although|though|whereas|while|nevertheless|except|apart|aside|yet|which|who|whom|whose|because|since|therefore|thus|so|then|now|currently|still|presents|presented|presenting|complains|complaining|reports|states|stated|says|admits|endorses|has|had|have|is|are|was|were|will|would|did|does|continues|remains|remained|underwent|developed|shows|showed|demonstrates|revealed|reveals|noted|found|given|started|taking|takes|treated|admitted|came|went|gets|felt|feels|seen|until|despite|due|secondary|attributed|with subsequent|today|also has|also had|cause for|causes for|causes of|cause of|source for|source of|reason for|etiology for|aetiology for|etiology of|explanation for|origin for|origin of|etiological|trigger event for|aside from|apart from|other than|2/2|sec to',
  ],
];

const SPLIT = /[a-z][a-z0-9']*|[0-9.]+|[^\sa-z0-9]/g;

function compile(): ReadonlyMap<string, readonly CueRule[]> {
  const byFirst = new Map<string, CueRule[]>();
  for (const [kind, direction, wordings] of RULES) {
    for (const wording of wordings.split('|')) {
      const words = wording === '??' ? ['?'] : (wording.match(SPLIT) ?? []);
      const first = words[0];
      if (first === undefined) continue;
      const group = byFirst.get(first) ?? [];
      group.push({ kind, direction, words });
      byFirst.set(first, group);
    }
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const CUES = compile();

/** A cue at its place: tokens [from, to). */
export interface Cue {
  readonly rule: CueRule;
  readonly from: number;
  readonly to: number;
}

/** All cue wordings that begin in the tokens [from, to), at each place longest first. */
export function cuesIn(tokens: Tokens, from: number, to: number): Cue[] {
  const cues: Cue[] = [];
  for (let at = from; at < to; at++) {
    const group = CUES.get(tokens.low[at] ?? '');
    if (!group) continue;
    for (const rule of group) {
      const end = at + rule.words.length;
      if (end <= to && standsAt(tokens, at, rule.words)) cues.push({ rule, from: at, to: end });
    }
  }
  return cues;
}
