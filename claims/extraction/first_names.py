"""First names that tell whether "he" or "she" is meant. A name given to both is in neither list."""

from claims.text.patterns import words

MALE = words(
    """
    mr mr. sir king prince lord baron father
    aaron abdul abdullah adam adrian ahmed alan albert alberto alejandro alexander alexandre alfred ali
    allan alvaro anders andreas andres andrew andriy angelo anthony antonio antony arnold arthur artur
    barack barry ben benjamin bernard bernie bill bob bobby boris brad bradley brandon brendan brian bruce
    bruno bryan carl carlo carlos charles chris christian christopher claude clive colin conor craig curtis
    damian daniel danny darren dave david dean declan denis dennis derek dick diego dieter dirk dmitri
    dmitry dmytro dominic donald doug douglas duncan dustin earl eddie edgar eduardo edward edwin elon
    emmanuel enrique eric erik ernest ernesto ethan eugene evan felix ferdinand fernando francesco
    francisco franco francois frank franz fred frederick friedrich fritz gareth gary gavin gennady geoffrey
    georg george georges gerald gerard gerhard gilbert giovanni giuseppe glenn gordon graham greg gregory
    guido guillermo gustav hamid hans harold harry harvey hassan heinrich heinz helmut henri henrik henry
    herbert herman hermann howard hubert hugh hugo hussein ian ibrahim igor ivan jack jacob jacques jaime
    jake jakob jamal james jan jared jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy joachim
    joao joe joel johan johann johannes john johnny jon jonas jonathan jordi jorge jose josef joseph josh
    joshua juan julio jurgen justin karl keir keith ken kenneth kevin khalid klaus konrad kurt kyle lars
    laurent lawrence leo leon leonard leonid lewis liam lionel lloyd louis luca lucas luis luka lukas luke
    lutz magnus mahmoud malcolm manuel marc marcel marcelo marco marcos marcus mario mark markus martin
    marvin mateusz matt matteo matthew matthias maurice mauricio max maxim michael michel miguel mike
    mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa narendra nathan neil nelson nicholas
    nicolas nigel nikolai nils noah norman olaf oleg oleksandr oleksiy oliver olivier omar osama oscar otto
    pablo paolo pascal patrick paul paulo pavel pedro peter petro phil philip philippe pierre pieter piotr
    rafael rahul ralph ramon raul ray raymond recep reinhard rene ricardo richard rick rob robert roberto
    rodney rodrigo roger roland roman ron ronald rory ross roy rudolf rudy rupert russell rustem ryan
    salvador samuel scott sean sebastian serge sergei sergey sergio serhiy simon stefan stefano stephan
    stephen steve steven stuart sven ted teodor terence terrence theodore thierry thomas tim timothy tobias
    todd tom tomas tommy tony travis trevor tyler ulrich ulrik umar uwe vaclav valentin victor viktor
    vincent vitali vitaly vladimir volker volodymyr walter warren wayne wilhelm william willy wolfgang
    xavier yasser yevgeny youssef yuri yves zachary
    """
)
FEMALE = words(
    """
    mrs mrs. ms ms. miss dame lady queen princess baroness mother
    abigail adele adriana agnes aisha alexandra alexandria alice alicia alison allison amanda amber amelia
    amy ana anastasia andrea angela angelina anita anja anke ann anna annabel annalena anne annegret
    annette antonia astrid audrey barbara beatrice beatriz bella bernadette beth bethany betty beverly
    birgit bonnie brenda bridget brigitte camilla candace carla carmen carol carole carolina caroline
    carolyn catherine cecilia celine charlotte chloe christina christine cindy claire clara claudia
    condoleezza connie constance cornelia cristina cynthia daisy daniela danielle deborah debra delia
    denise diana diane dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth
    elise elizabeth ella ellen elsa emily emma erica erika erin esther ethel eva eve evelyn fatima federica
    felicity fiona frances francesca frida gabriela gemma georgina geraldine gertrude gillian gina giorgia
    gloria grace greta gretchen hannah hannelore harriet hazel heather heidi heike helen helena helga
    henrike hilary hilda hillary holly ida ilse imelda ines ingrid irena irene irina iris isabel isabella
    isabelle ivana ivanka jacinda jacqueline jane janet janice jeanette jeanne jennifer jenny jessica jill
    joan joanna joanne josephine joyce juanita judith judy julia julie juliet kamala karen karin karina
    karla kate katharina katherine kathleen kathryn kathy katie katja katrin kayla kerstin kimberly kirsten
    kristen kristin kristina laura lauren laurie lea leah leila lena leonie leticia lily linda lisa liz
    lorraine louise lucia lucy luisa lydia lynn madeleine magdalena maggie mandy manuela marcia margaret
    margarita margit margot maria mariam marianne marie marilyn marina marion marjorie martha martina mary
    matilda maureen megan meghan melania melanie melinda melissa mercedes meredith mette mia michelle
    mildred miranda mirela miriam molly monica monika nadia nadine nancy naomi natalia natalie natasha
    nicola nicole nikki nina nora norma olga olivia oona ophelia ottilie paige pamela patricia patty paula
    pauline penelope penny petra phyllis pippa priscilla priti rachel ramona rebecca regina renate renee
    rita roberta rosa rosalind rosanna rose rosemary roxanne ruth sabine sabrina sally samantha sandra
    sanna sara sarah scarlett shannon sharon sheila shirley silke silvia simone sofia sonia sonja sophia
    sophie stacey stella stephanie sue susan susanna susanne suzanne svenja svetlana sylvia tamara tania
    tanya tatiana teresa thea thelma theresa therese tiffany tina tricia trudy ulrike ursula uschi
    valentina valerie vanessa vera verena veronica veronika victoria viola violet vivian wanda wendy
    whitney wilhelmina winifred yolanda yulia yvette yvonne zoe
    """
)
