using Emergent.Data;

namespace Emergent.Sims;

/// <summary>Two families of twelve, alike in everything but the names, and all that is true of who is what to whom.</summary>
/// <remarks>
/// A fact is an agent, a relation and the patient, as in <c>Art.Fath.Christo</c>: the father of Art is Christo. Aunts and uncles come in pairs, who are both the answer: <c>Colin.Aunt.MarJen</c>.
/// Source: Hinton (1986), Learning distributed representations of concepts.
/// </remarks>
internal static class FamilyFacts
{
    /// <summary>The people, in the order of units: the English, then the Italians.</summary>
    public static readonly string[] People =
    [
        "Christo", "Penny", "Andy", "Christi", "Marge", "Art", "Vicky", "James", "Jenn", "Chuck", "Colin", "Charlot",
        "Rob", "Maria", "Pierro", "Francy", "Gina", "Emilio", "Lucia", "Marco", "Angela", "Tomaso", "Alf", "Sophia",
    ];

    /// <summary>The relations, in the order of units; Neice as the reference spells it, so that its names of facts are ours.</summary>
    public static readonly string[] Relations = ["Fath", "Moth", "Husb", "Wife", "Son", "Daug", "Bro", "Sis", "Uncle", "Aunt", "Nephew", "Neice"];

    /// <summary>The facts that are kept from training, to see what follows from the others.</summary>
    public static readonly string[] HeldOut = ["James.Wife.Vicky", "Lucia.Fath.Rob", "Angela.Bro.Marco", "Christi.Daug.Jenn"];

    // Husband, wife, son, daughter; the couples in the middle married into each other's family or out of it.
    private static readonly (string Husband, string Wife, string Son, string Daughter)[] Couples =
    [
        ("Christo", "Penny", "Art", "Vicky"), ("Andy", "Christi", "James", "Jenn"), ("Art", "Marge", "", ""), ("James", "Vicky", "Colin", "Charlot"), ("Chuck", "Jenn", "", ""),
        ("Rob", "Maria", "Emilio", "Lucia"), ("Pierro", "Francy", "Marco", "Angela"), ("Emilio", "Gina", "", ""), ("Marco", "Lucia", "Alf", "Sophia"), ("Tomaso", "Angela", "", ""),
    ];

    /// <summary>All facts, 104 of them: columns Name, Group (the family), and Agent, Relation and Patient with a unit for each person and relation.</summary>
    public static Table All()
    {
        var facts = new Table("FamilyTrees");
        facts.AddColumn<string>("Name");
        facts.AddColumn<string>("Group");
        facts.AddColumn<float>("Agent", [4, 6]);
        facts.AddColumn<float>("Relation", [2, 6]);
        facts.AddColumn<float>("Patient", [4, 6]);
        foreach (var person in People)
        {
            foreach (var relation in Relations)
            {
                var patients = Related(person, relation).ToArray();
                if (patients.Length == 0) { continue; }
                var name = patients.Length == 1 ? patients[0] : string.Concat(patients.Select(p => p[..3]));
                facts.Add($"{person}.{relation}.{name}", Array.IndexOf(People, person) < 12 ? "English" : "Italian", Units(People, person), Units(Relations, relation), Units(People, patients));
            }
        }
        return facts;
    }

    /// <summary>Who is a person's father, wife, nephew and so on: nobody, one, or of uncles and aunts two, the parent's own brother or sister and who is married to the other one.</summary>
    private static IEnumerable<string> Related(string person, string relation)
    {
        var parents = Couples.FirstOrDefault(c => c.Son == person || c.Daughter == person);
        string[] both = parents == default ? [] : [parents.Husband, parents.Wife];
        return relation switch
        {
            "Fath" => both.Take(1),
            "Moth" => both.Skip(1),
            "Husb" => Couples.Where(c => c.Wife == person).Select(c => c.Husband),
            "Wife" => Couples.Where(c => c.Husband == person).Select(c => c.Wife),
            "Son" => Couples.Where(c => (c.Husband == person || c.Wife == person) && c.Son.Length > 0).Select(c => c.Son),
            "Daug" => Couples.Where(c => (c.Husband == person || c.Wife == person) && c.Daughter.Length > 0).Select(c => c.Daughter),
            "Bro" => parents != default && parents.Daughter == person ? [parents.Son] : [],
            "Sis" => parents != default && parents.Son == person ? [parents.Daughter] : [],
            "Uncle" => WithMarried(both.SelectMany(p => Related(p, "Bro")), both.SelectMany(p => Related(p, "Sis")), "Husb"),
            "Aunt" => WithMarried(both.SelectMany(p => Related(p, "Sis")), both.SelectMany(p => Related(p, "Bro")), "Wife"),
            "Nephew" => People.Where(p => Related(p, "Uncle").Concat(Related(p, "Aunt")).Contains(person) && Related(p, "Sis").Any()),
            _ => People.Where(p => Related(p, "Uncle").Concat(Related(p, "Aunt")).Contains(person) && Related(p, "Bro").Any()),
        };
    }

    /// <summary>A parent's brothers, or sisters, and those who are married to a sister, or brother, of the other parent; in the order of units.</summary>
    private static IEnumerable<string> WithMarried(IEnumerable<string> own, IEnumerable<string> others, string married) =>
        own.Concat(others.SelectMany(other => Related(other, married))).OrderBy(person => Array.IndexOf(People, person));

    private static float[] Units(string[] names, params ReadOnlySpan<string> active)
    {
        var units = new float[names.Length];
        foreach (var name in active) { units[Array.IndexOf(names, name)] = 1; }
        return units;
    }
}
