using Emergent.Networks;

namespace Emergent.Sims;

/// <summary>All simulations that come with Emergent, by name.</summary>
public static class SimulationCatalog
{
    private static readonly Func<Simulation>[] Makers =
    [
        () => new CatsDogs(),
        () => new DeepFsa(),
        () => new DelayedResponse(),
        () => new Detector(),
        () => new FaceCateg(),
        () => new Hip(),
        () => new HipBench(),
        () => new Inhib(),
        () => new NeckerCube(),
        () => new Neuron(),
        () => new Pvlv(),
        () => new RandomAssociator(),
        () => new RandomAssociatorBackprop(),
        () => new RLConditioning(),
        () => new Sir2(),
        () => new TwoSpirals(),
        () => new Xor(),
    ];

    /// <summary>A new one of each simulation, none of them built.</summary>
    public static IEnumerable<Simulation> All => Makers.Select(make => make());

    /// <summary>A new simulation of this name, not yet built.</summary>
    /// <exception cref="EmergentException">There is none.</exception>
    public static Simulation Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(s => s.Name == name)
            ?? throw new EmergentException($"There is no simulation '{name}'. {Names.DidYouMean(name, All.Select(s => s.Name))}");
    }
}
