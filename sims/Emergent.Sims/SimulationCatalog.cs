using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>Simulations by name.</summary>
public sealed class SimulationCatalog
{
    private readonly Func<Simulation>[] _makers;

    /// <summary>A catalog of one's own.</summary>
    /// <param name="makers">Each makes a simulation: <c>() => new MySimulation()</c>.</param>
    public SimulationCatalog(params ReadOnlySpan<Func<Simulation>> makers) => _makers = [.. makers];

    /// <summary>All simulations that come with Emergent.</summary>
    public static SimulationCatalog BuiltIn { get; } = new(
    [
        () => new CatsDogs(),
        () => new DeepFsa(),
        () => new DelayedResponse(),
        () => new Detector(),
        () => new ErrDrivenHidden(),
        () => new FaceCateg(),
        () => new FamilyTrees(),
        () => new HebberrCombo(),
        () => new Hip(),
        () => new HipBench(),
        () => new Inhib(),
        () => new NeckerCube(),
        () => new Neuron(),
        () => new PatAssoc(),
        () => new Pvlv(),
        () => new RandomAssociator(),
        () => new RandomAssociatorBackprop(),
        () => new RLConditioning(),
        () => new SelfOrg(),
        () => new Sir2(),
        () => new TwoSpirals(),
        () => new Xor(),
    ]);

    /// <summary>How many there are.</summary>
    public int Count => _makers.Length;

    /// <summary>A new one of each simulation, none of them built.</summary>
    public IEnumerable<Simulation> All => _makers.Select(make => make());

    /// <summary>A new simulation of this name, not yet built.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public Simulation Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(s => s.Name == name)
            ?? throw new EmergentException($"There is no simulation '{name}'. {Names.DidYouMean(name, All.Select(s => s.Name))}");
    }
}
