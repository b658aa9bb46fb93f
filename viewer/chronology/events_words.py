"""The vocabulary that events are found with, as data: lower-case words, grouped by what they do in a clause."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, separated by white space."""
    return frozenset(text.split())


# What "so" belongs to at the end of a label: "Britain did so".
DOES_SO = word_set(
    "do did does done doing say said says saying tell told think thinks thought hope hopes them him us not"
)
MODALS = word_set("will would can could may might must shall should cannot 'll won't")
BE = word_set("is was are were be been being am isn't wasn't aren't weren't it's he's she's they're that's there's")
HAVE = word_set("has have had having hasn't haven't hadn't they've we've i've")
DO = word_set("do does did don't doesn't didn't")
NON_FINITE_AUXILIARIES = word_set("be been being having")
NOT = word_set("not never cannot n't neither nor")

# Simple pasts that are no participles: whatever stands around them, they are the verb of their clause.
PAST_ONLY = word_set(
    """
    took fell went came began gave knew saw became wrote spoke broke chose drove rose flew froze forgot hid
    rode shook stole swam threw tore wore ate drew grew overthrew overtook withdrew undertook retook underwent
    arose awoke blew bore forbade forgave mistook outgrew oversaw proved sang sank shrank sprang strove swore
    undid woke foresaw rang drank ran strode trod wove slew bade retold befell partook overcame flared
    """
)
# Simple pasts that are also participles.
PAST = word_set(
    """
    said beat held lost left made led met sent shot struck hit fought brought bought built caught cut dealt
    fed felt fled found got had heard hurt kept laid lay learnt lent let lit meant paid put quit read rebuilt
    rid sat sold set shed shut slept slid spent split spread stood stuck swept swung taught told thought
    understood upset wept won wound bent bet bled bred burst cast clung cost crept dug dwelt flung forecast
    ground hung knelt leapt shone sought sped spun strung stung sued withheld withstood beset broadcast misled
    overran reset undercut upheld bound fired resold outdid thrust spat sent rebuilt drowned abode
    """
)
PARTICIPLES = word_set(
    """
    taken fallen gone begun given known seen written spoken broken chosen driven risen flown frozen forgotten
    hidden ridden shaken stolen thrown torn worn eaten drawn grown overthrown overtaken withdrawn undertaken
    retaken undergone done shown proven sworn woken born borne become come run overrun sunk sung swum beaten
    bitten forbidden forgiven mistaken sewn sown sawn strewn woven slain redrawn rewritten undone foreseen
    """
)
# Words in -ed that are no verbs here, and -ed forms that stand before nouns.
NOT_VERBS_IN_ED = word_set(
    """
    hundred heed reed steed mohamed hundred united armed indeed need bed red seed speed feed breed creed greed
    weed deed exceed proceed succeed embed sacred naked wicked hatred kindred ragged rugged aged beloved
    so-called biased crowded talented gifted sophisticated unprecedented limited alleged supposed sled shed
    fed wed med ed bled bred led ted fred ahmed mohammed mohamed hamed sayed red-hot allied unmanned unarmed
    unnamed unidentified unexpected undisputed detailed experienced skilled advanced learned combined repeated
    continued increased renewed mixed concerned required masked uniformed medicated malnourished disabled
    retired one-sided infrared bloodshed watershed
    """
)
# The words in "un-" that are verbs all the same.
UNDONE = word_set(
    "unveiled unleashed unloaded unearthed unlocked unfolded unseated unravelled unraveled unpacked uncovered unnerved"
)
# Among these, pasts too, where a noun stands before them and no object behind: "The army advanced along the river".
ADJECTIVES_TOO = word_set("experienced learned combined repeated continued increased renewed retired advanced required")
# Present tense that can hardly be a noun.
PRESENT = word_set(
    """
    says takes becomes begins declares announces holds loses dies wins goes comes makes gives proclaims
    resumes suspends drives publishes opens reopens closes retakes recaptures captures founds invades seizes
    falls retreats withdraws arrives sends reinforces kills wounds signs resigns elects appoints arrests
    releases remains lies stands sits stays keeps seems appears consists contains covers includes runs rises
    reaches knows thinks believes expects hopes wants intends aims estimates insists argues adds notes warns
    denies confirms admits suggests regards lists fights brings leaves meets joins passes approves rejects
    agrees refuses fails continues ends starts starts marks follows enters say believe expect hope want intend
    remain stand argue insist think know seem appear agree seek seeks tells tell describes describe explains
    explain concludes conclude predicts predict allows allow carries carry depends depend serves serve crosses
    cross sees see calls divides flows flow belongs belong grows grow rests puts finds shows writes alleges
    contends asserts acknowledges calculates reports claims estimates speaks opposes estimate report claim
    owns expires receives requires provides produces employs operates sells buys pays teaches leads happens
    occurs exists involves retains plans dates bears include
    decides accepts accuses admits adopts applies argues arises attends avoids awaits becomes behaves celebrates
    completes condemns considers creates criticises criticizes defends delivers departs deserves
    destroys determines develops disagrees disappears discusses earns enables encourages ensures establishes exceeds
    expands explores flies gathers governs hears identifies ignores illustrates imposes improves introduces
    invites lacks lasts learns maintains manages merges negotiates oversees owes participates performs possesses prefers
    prepares presides prevents promotes protects proves pursues recalls recommends recovers reduces refers reflects
    relies replaces represents retires reveals seeks separates solves specialises specializes succeeds suffers teaches
    tries varies wears welcomes widens worries
    """
)
# Verbs behind a noun in the plural ("The ministers meet on Monday"), nouns and infinitives elsewhere.
PLURAL_PRESENT = word_set(
    """
    meet gather vote decide begin open close start end resume return arrive leave depart head fly travel go come face
    play host join compete fall rise shrink hold take make give get keep bring lose win pay buy sell send fight need
    try run lie live sit speak show lead die fail become receive require provide produce suggest indicate reveal
    """
)
# Words that may stand inside a verb group or before a bare verb.
ADVERBS = word_set(
    """
    also already still now then since ever once soon later again just only even always often twice thrice both
    all first finally initially not never no longer yet almost nearly then thus therefore together too quickly
    eventually subsequently further himself herself itself themselves jointly instead however meanwhile rather
    perhaps formally largely earlier back there here well much last
    """
)
NOT_ADVERBS_IN_LY = word_set(
    """
    family july early italy reply supply ally fly assembly anomaly rally monopoly daily weekly monthly yearly
    sally emily apply imply rely multiply comply belly bully jelly italy sicily july likely friendly deadly
    elderly only hourly holy
    """
)
SUBORDINATORS = word_set(
    """
    if unless although though because when while whereas whenever where whether till whilst lest
    """
)
TEMPORAL_PREPOSITIONS = word_set("after before since until as once by-the-time")
RELATIVES = word_set("who which whose whom that what")
COORDINATORS = word_set("and but or nor yet so")
DETERMINERS = word_set(
    """
    the a an its their his her our my your this these those some many most several few any each every no
    another both more all such other former newly recently heavily so-called most-wanted 's one
    """
)
PREPOSITIONS = word_set(
    """
    of in on at by for from to with within without under over through throughout during between among against
    towards toward across along around near into onto out off up down about above below behind beside beyond
    despite except inside outside per upon via than like amid ahead following including regarding concerning
    """
)
PRONOUNS = word_set("he she it they we i you who there nobody none everyone someone")
SUBJECT_PRONOUNS = word_set("he she it they")
NOMINATIVE = word_set("he she they we i")  # what is never an object

# Who says so. Weak verbs only pass on; strong ones are acts of their own ("announced", "warned").
WEAK_SPEECH = word_set(
    """
    report claim find show said says say saying told tells tell reported reports estimated estimates estimate
    believed believes believe thought thinks think stated states alleged alleges suggested suggests suggest
    indicated indicates recalled recalls testified wrote writes noted notes added adds argued argues argue
    claimed claims put puts described explained insisted insists maintained maintains contended contends
    asserted asserts commented remarked quoted tweeted posted heard knew understood concluded concludes found
    finds showed shows acknowledged admitted conceded calculated calculates
    """
)
STRONG_SPEECH = word_set(
    """
    announced announces announce declared declares declare confirmed confirms confirm denied denies deny
    warned warns warn revealed reveals disclosed proclaimed proclaims promised promises promise pledged
    pledges vowed vows predicted predicts predict forecast forecasts threatened threatens ruled rules ordered
    demanded demands proposed proposes agreed accused boasted hinted signalled signaled decided recommended
    feared fears hoped hopes expected expects
    """
)
SPEECH = WEAK_SPEECH | STRONG_SPEECH
# Speech verbs that take a mere thing as their object without vouching for it.
SPEECH_OF_THINGS = word_set(
    """
    reported reports report estimated estimates estimate alleged alleges claimed claims put puts predicted
    predicts forecast forecasts
    """
)
# Verbs of the above that are more often something else, and count as speech only before "that".
SPEECH_ONLY_WITH_THAT = word_set(
    """
    report claim find show put puts found finds showed shows knew heard described explained quoted posted
    ruled rules ordered agreed decided understood proposed proposes recommended demanded demands fears feared
    hoped hopes expected expects added adds promised pledged vowed threatened threatens maintained maintains
    concluded concludes states wrote writes reports claims estimates notes forecasts recalled recalls
    signalled signaled learned
    """
)
# The sense of these decides their content whatever its own words say.
DENIALS = word_set("denied denies deny denying")
GRANTED = word_set(
    "motion motions request requests appeal appeals petition petitions application applications bail parole "
    "entry access permission leave visa visas asylum admission relief certiorari license licence review "
    "rehearing stay injunction"
)
HOPES = word_set(
    """
    hope hopes hoped plan plans planned intend intends intended aim aims aimed want wants wanted seek seeks
    sought expect expects expected wish wishes wished propose proposes proposed prepare prepares prepared
    preparing planning hoping scheduled slated due set poised supposed meant destined bound likely threaten
    threatens threatened hesitate promise promises promised pledge pledges pledged vow vows vowed offer offers
    offered agree agrees agreed decide decides decided vote votes voted ask asks asked urge urges urged order
    orders ordered demand demands demanded call calls called tell told tells instruct instructed invite
    invited allow allowed require required try tries tried attempt attempted going ready about want advise
    advised commit committed undertake undertook swore forecast predicted estimated projected tipped
    """
)
# Of these, the ones that are no deed even when the date stands before the infinitive.
MERE_INTENTIONS = word_set(
    """
    hope hopes hoped plan plans planned intend intends intended aim aims aimed want wants wanted seek seeks
    expect expects expected wish wishes wished planning hoping scheduled slated due poised supposed destined
    likely going ready about preparing prepare prepares prepared projected tipped set
    """
)
REFUSALS = word_set("failed fails fail refused refuses refuse declined declines decline neglected unable unwilling")
HEARSAY_PARTICIPLES = word_set(
    "believed said thought reported alleged rumoured rumored understood presumed estimated claimed"
)

# Deeds that matter without a date.
DEEDS = word_set(
    """
    killed wounded injured died deployed sent reinforced arrived announced declared attacked captured
    recaptured retook seized withdrew retreated advanced launched halted suspended resumed signed resigned
    elected appointed arrested sentenced convicted charged acquitted released opened reopened closed won
    defeated acquired merged approved passed rejected voted banned dismissed struck shelled bombed exploded
    crashed collapsed sank erupted published discovered married founded destroyed damaged evacuated fled
    displaced rescued shot stormed raided besieged liberated occupied invaded overran expelled executed
    beheaded kidnapped abducted detained freed surrendered ambushed repelled repulsed pushed drove drafted
    mobilised mobilized dispatched summoned proclaimed cancelled canceled postponed scrapped fined jailed
    extradited indicted sued appealed ruled ordered pardoned impeached inaugurated sworn buried born fired
    hired laid cut raised lowered sold bought invested bankrupt blamed condemned vetoed ratified imposed
    lifted agreed accused beat scored drew equalised lifted knocked qualified retired broke set crossed landed
    orbited detected observed infected vaccinated confirmed denied refused responded retaliated intercepted
    downed sunk hit blew fell lost left took began started ended stopped built burned burnt flooded cleared
    cut blocked isolated tested unveiled introduced awarded promoted demoted replaced succeeded joined quit
    moved returned gathered marched protested clashed rioted looted torched hanged assassinated poisoned
    stabbed drowned perished recovered rose gained climbed dropped plunged tumbled jumped slipped surged
    declined slumped rallied slid shut bought warned urged demanded apologised apologized admitted pleaded
    testified settled upheld overturned quashed remanded deported overthrew ousted toppled crowned moved
    reached regained repaired restored withdrawn taken overrun retaken beaten begun fought held given made
    paid received brought found rebuilt met written led put driven
    """
)
# Deeds too common to matter in every sentence: undated, they count only with a figure.
DEEDS_WITH_FIGURES = word_set(
    """
    took lost left fell began started ended set cut laid raised lowered rose gained climbed dropped plunged
    tumbled jumped slipped surged declined slumped rallied slid made paid held found brought led put moved
    reached returned gathered met broke drew crossed fought given written built recovered beat observed
    detected succeeded joined replaced responded begun taken received hit added missed settled tested hired
    passed ruled lifted blocked cut driven pushed shut pushed cleared bought sold drove isolated observed
    landed knocked told confirmed denied refused introduced
    """
)
# Nouns that are events themselves: a date right behind them is theirs.
EVENT_NOUNS = word_set(
    """
    death deaths fall battle battles war invasion election elections attack attacks offensive ceasefire truce
    agreement accord deal treaty summit meeting talks speech visit birth founding foundation capture recapture
    defeat victory withdrawal raid raids explosion explosions strike strikes launch release arrest arrests
    resignation merger referendum crash eruption earthquake flood floods massacre uprising revolution coup
    protest protests independence collapse siege bombing bombings shelling assassination murder killing
    killings trial verdict sentence conviction inauguration conference congress retreat surrender annexation
    occupation takeover proclamation declaration announcement opening reopening closure outbreak clash clashes
    ambush counter-attack counterattack assault storm hurricane typhoon famine epidemic pandemic split
    marriage wedding divorce funeral debut appointment election discovery publication completion construction
    destruction reconstruction signing ratification partition reunification restoration crossing landing
    landings liberation evacuation mobilisation mobilization intervention operation campaign march debacle
    disaster accident fire blast incident drought recession crisis heatwave blizzard slump
    vote ballot debate hearing ruling decision championship final
    tournament olympics match setback recall
    """
)
# A sentence without a date has an event only with one of the first, or with one of the last and a figure.
DEED_TRIGGERS = (DEEDS - DEEDS_WITH_FIGURES) | word_set("sending deploying killing wounding injuring capturing seizing")
SPEECH_TRIGGERS = SPEECH | word_set("according")
FIGURE_TRIGGERS = DEEDS_WITH_FIGURES | SPEECH_TRIGGERS
# Behind a passive and without an object, these are one more of it: "was arrested and charged".
UNDERGONE = word_set(
    """
    killed wounded injured arrested charged convicted sentenced jailed fined released deported executed
    expelled destroyed damaged burned burnt sold rebuilt repaired replaced closed opened reopened demolished
    banned cancelled canceled postponed promoted dismissed appointed elected named buried published printed
    shown tested approved rejected signed ratified captured seized freed detained questioned tried acquitted
    cleared rescued evacuated treated taken looted torched shelled bombed restored dismantled abandoned
    suspended lifted imposed adjourned remanded indicted extradited renamed renovated enlarged refurbished
    knighted christened baptised baptized married divorced widowed promoted demoted inaugurated dissolved
    nationalised nationalized privatised privatized translated reprinted recorded broadcast recaptured stolen
    recovered beaten robbed stabbed shot hanged beheaded
    """
)
# Nouns that only say which part of a time is meant: "the end of", "the night of".
TIME_NOUNS = word_set(
    """
    evening morning night afternoon hours eve end beginning start middle course close dawn days weeks months
    years as summer spring autumn winter fall half quarter part day week month year dusk weekend midnight noon
    wake first second third fourth last early late anniversary season rest whole all much most bulk
    """
)
