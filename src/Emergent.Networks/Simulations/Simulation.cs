using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using Emergent.Data;

namespace Emergent.Networks;

/// <summary>A network, what it lives in, and how it is run: one object for a script, the terminal, the window and Python.</summary>
/// <remarks>
/// A model derives from it and says two things: its network, and its plan. Its public settable numbers, truth values and texts are parameters,
/// which command lines and style sets can set (<c>Sim.Epochs</c>), so they should be plain properties; give each its default where it is declared.
/// </remarks>
public abstract partial class Simulation : IStyled
{
    private readonly StyledObject _styled;
    private readonly List<string> _settings = [];
    private string[] _styleSets = [], _chosenStyles = [];
    private Network[]? _networks;
    private Network? _network;       // the one that is run; null before Init
    private string[] _builtWith = [];

    /// <summary>A simulation of so many runs and, at most, epochs in each.</summary>
    protected Simulation(int runs, int epochs)
    {
        (Runs, Epochs) = (runs, epochs);
        // Properties that a model declares have their defaults already: their initializers come before this.
        _styled = new StyledObject(this);
    }

    /// <summary>The name by which the command finds it: <c>random-associator</c> for the class RandomAssociator.</summary>
    public virtual string Name => KebabCase(GetType().Name);

    /// <summary>What it shows, in a sentence.</summary>
    public virtual string Description => "";

    /// <summary>What to do with it and what to look for, in Markdown: the file that is embedded beside the model (<c>Neuron.md</c> for the class Neuron); empty if there is none.</summary>
    /// <remarks>Its links may use the window: <c>[Init](sim:Init)</c>, <c>[weights](sim:var/r.Wt)</c>; see the page on writing simulations.</remarks>
    public virtual string Guide
    {
        get
        {
            using var file = GetType().Assembly.GetManifestResourceStream($"{GetType().Name}.md");
            return file is null ? "" : new StreamReader(file).ReadToEnd();
        }
    }

    /// <summary>What decides everything random: the same seed gives the same results, bit for bit.</summary>
    public long Seed { get; set; } = 1;

    /// <summary>How many times the network is trained, each time with other initial weights.</summary>
    [Display(Name = "Runs", Description = "How many times the network is trained, each time with other initial weights."), Range(1, 1_000_000), AppliesAt(When.Initialize)]
    public int Runs { get; set; }

    /// <summary>How many epochs a run has at most.</summary>
    [Display(Name = "Epochs", Description = "How many epochs a run has at most."), Range(1, 100_000_000), AppliesAt(When.Initialize)]
    public int Epochs { get; set; }

    /// <summary>The number of the first run, so that runs can be divided among machines: each is the same wherever it is run.</summary>
    [Display(Name = "First run", Description = "The number of the first run, so that runs can be divided among machines."), Range(0, 100_000_000), AppliesAt(When.Initialize)]
    public int FirstRun { get; set; }

    /// <summary>A word in the names of its logs, to tell them from others; empty for none.</summary>
    [Display(Name = "Tag", Description = "A word in the names of its logs, to tell them from others."), AppliesAt(When.Initialize)]
    public string Tag { get; set => field = value ?? ""; } = "";

    /// <summary>What the author wants to remember of it, kept beside its logs.</summary>
    [Display(Name = "Note", Description = "What you want to remember of it, kept beside its logs."), AppliesAt(When.Initialize)]
    public string Note { get; set => field = value ?? ""; } = "";

    /// <summary>The number of threads that a trial may use; 0 lets the network choose. The results are the same bits.</summary>
    [Display(Name = "Threads", Description = "The number of threads that a trial may use; 0 lets the network choose."), Range(0, 1024), AppliesAt(When.Initialize)]
    public int Threads { get; set; }

    /// <summary>The network: of several the one that is run. It is made when it is first asked for.</summary>
    /// <exception cref="EmergentException">The model is wrong; the message says where.</exception>
    public Network Network => _network ?? Chosen();

    /// <summary>All networks, that of <see cref="BuildNetwork"/> first; most simulations have only this one.</summary>
    /// <exception cref="EmergentException">The model is wrong; the message says where.</exception>
    public IReadOnlyList<Network> Networks => _networks ??= MakeNetworks();

    /// <summary>What the user can do with it besides running it: its methods marked <see cref="ActionAttribute"/>.</summary>
    /// <exception cref="EmergentException">A method has a parameter that nobody could fill in.</exception>
    public IReadOnlyList<SimulationAction> Actions =>
        [.. from method in GetType().GetMethods()
            let action = method.GetCustomAttribute<ActionAttribute>()
            where action is not null && (method.Name != nameof(TestItem) || HasTestItems)
            select new SimulationAction(this, method, action.Name)];

    /// <summary>The style sets asked for besides <c>Base</c>, in order, without those that parameters choose.</summary>
    public IReadOnlyList<string> UsedStyles => [.. Network.Styles.Used.Except(_chosenStyles)];

    /// <summary>The settings made with <see cref="Set"/>, in order.</summary>
    public IReadOnlyList<string> Settings => _settings;

    /// <summary>The style sets in use, as logs and file names have them: <c>Base</c>, or those asked for and chosen. A model may add what else tells its runs apart.</summary>
    public virtual string StyleNames => Network.Styles.Used.Count == 0 ? StyleSets.Base : string.Join('+', Network.Styles.Used);

    /// <summary>What a file of the weights as they are now is called, but for its ending: network, tag, style sets, and where training is, <c>RandomAssociator_Base_000_00012</c> in run 0 and epoch 12.</summary>
    public string WeightsName
    {
        get
        {
            return $"{LogFolder.PrefixOf(this)}{Count(TimeScale.Run, "000")}{Count(TimeScale.Epoch, "00000")}";

            string Count(TimeScale scale, string format) =>
                Learns && Training.Stack.Loops.FirstOrDefault(l => l.Scale == scale) is { } loop ? $"_{loop.Current.ToString(format, CultureInfo.InvariantCulture)}" : "";
        }
    }

    string IStyled.TypeName => "Sim";

    IReadOnlyList<string> IStyled.Classes => [];

    StyleTarget IStyled.Target => StyleTarget.Simulation;

    /// <summary>Chooses the style sets to use besides <c>Base</c>, in order; they act at the next <see cref="Initialize"/>.</summary>
    /// <exception cref="EmergentException">There is no such set; the choice stays as it was.</exception>
    public void UseStyles(params ReadOnlySpan<string> names)
    {
        Network.Styles.Use(names);
        _styleSets = [.. names];
    }

    /// <summary>Sets a parameter above all style sets: <c>Layer.Inhib.Layer.Gi=1.6</c>, <c>#Output.Inhib.Layer.Gi=1.6</c>, <c>Sim.Epochs=20</c>; it acts at the next <see cref="Initialize"/>.</summary>
    /// <exception cref="EmergentException">The text is not a setting.</exception>
    public void Set(string setting)
    {
        Network.Styles.Set(setting);
        RemoveSetting(setting);
        _settings.Add(setting);
    }

    /// <summary>Takes a setting back, whatever its value; it acts at the next <see cref="Initialize"/>.</summary>
    /// <param name="setting">The setting, or only what it sets: <c>#Output.Inhib.Layer.Gi</c>.</param>
    public void Unset(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        Network.Styles.Unset(setting);
        RemoveSetting(setting);
    }

    /// <summary>Makes the network: layers, projections and style sets. Units and synapses are built later, once the styles are applied.</summary>
    protected abstract Network BuildNetwork();

    /// <summary>Makes the networks beside the first, for simulations that compare several; <see cref="NetworkInUse"/> says which is run.</summary>
    /// <param name="first">The first, whose styles they share: <c>new LeabraNetwork("Second") { Styles = first.Styles }</c>.</param>
    protected virtual IEnumerable<Network> BuildFurtherNetworks(Network first) => [];

    /// <summary>The place in <see cref="Networks"/> of the one that is run from the next <see cref="Initialize"/> on; what the others have learned and did last stays.</summary>
    protected virtual int NetworkInUse => 0;

    /// <summary>Says what it does with the network: environments, loops, logs.</summary>
    protected abstract void Configure(SimulationPlan plan);

    /// <summary>A seed for something random of one's own: another for each use and number, and for each <see cref="Seed"/>.</summary>
    /// <param name="what">What it is for: <c>patterns</c>.</param>
    /// <param name="number">Which of them: a run, a set of patterns.</param>
    protected long SeedFor(string what, int number = 0)
    {
        var random = new CounterRandom(Seed, number, CounterRandom.StreamOf($"seed for {what}"));
        return (long)(((ulong)random.NextBits() << 32) | random.NextBits());
    }

    /// <summary>Makes the network if there is none, or if parameters that it is made from have changed, and applies the styles.</summary>
    private void PrepareNetwork()
    {
        if (_networks is not null && _builtWith.AsSpan().SequenceEqual(BuildValues()))
        {
            ApplyStyles(_networks[0]);
            if (!_builtWith.AsSpan().SequenceEqual(BuildValues())) { _networks = null; }
        }
        else { _networks = null; }
        _network = Chosen();
        foreach (var network in Networks)
        {
            network.Threads = Threads;
            if (network == _network) { network.Build(); }
            else if (!network.IsBuilt) { network.Initialize(Seed, FirstRun); }   // it is looked at before it is run
        }
    }

    private Network Chosen() => NetworkInUse is var place && place >= 0 && place < Networks.Count ? Networks[place]
        : throw new EmergentException($"Simulation '{Name}': NetworkInUse is {NetworkInUse}; its networks are 0…{Networks.Count - 1}.");

    private void CheckNetworks(Network[] networks)
    {
        for (var i = 1; i < networks.Length; i++)
        {
            if (networks[..i].Any(n => n.Name == networks[i].Name)) { throw new EmergentException($"Simulation '{Name}' has two networks '{networks[i].Name}'. Give each a name of its own."); }
            if (networks[i].Styles != networks[0].Styles) { throw new EmergentException($"Network '{networks[i].Name}' has styles of its own, so that settings would not reach it. Make it with {{ Styles = first.Styles }}, where first is '{networks[0].Name}'."); }
        }
    }

    private Network[] MakeNetworks()
    {
        // Rules of the network's own style sets may set parameters of the simulation that BuildNetwork has read: then it is made again.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            _builtWith = BuildValues();
            _sizesAsked.Clear();
            var network = BuildNetwork() ?? throw new EmergentException($"Simulation '{Name}': BuildNetwork gave no network.");
            Network[] networks = [network, .. BuildFurtherNetworks(network)];
            CheckNetworks(networks);
            network.Styles.Register(_styled);
            if (_styleSets.Length > 0) { network.Styles.Use(_styleSets); }
            foreach (var setting in _settings) { network.Styles.Set(setting); }
            ApplyStyles(network);
            if (!_builtWith.AsSpan().SequenceEqual(BuildValues())) { continue; }
            CheckSizes();
            return networks;
        }
        throw new EmergentException($"Simulation '{Name}': each time its network is made, the styles change a parameter that it is made from. Set that parameter in one rule, or by hand.");
    }

    /// <summary>Applies the style sets that were asked for, and after them those that parameters choose, which a set or setting may have changed.</summary>
    private void ApplyStyles(Network network)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            string[] asked = [.. network.Styles.Used.Except(_chosenStyles)];
            _chosenStyles = ChoosesStylesAttribute.ChosenBy(this);
            network.Styles.Use([.. asked.Except(_chosenStyles), .. _chosenStyles]);
            network.Styles.Apply();
            if (_chosenStyles.SequenceEqual(ChoosesStylesAttribute.ChosenBy(this))) { return; }
        }
        throw new EmergentException($"Simulation '{Name}': each time its styles are applied, they choose others. Set the parameter that chooses in one rule, or by hand.");
    }

    private void RemoveSetting(string setting) => _settings.RemoveAll(s => StyleSets.PlaceOf(s) == StyleSets.PlaceOf(setting));

    /// <summary>The values of the parameters that the network is made from.</summary>
    private string[] BuildValues() =>
        [.. ParameterTree.Of(this).All
            .Where(p => GetType().GetProperty(p.Path.Split('.')[0])?.GetCustomAttribute<AppliesAtAttribute>()?.When is null or When.Build)
            .Select(p => Parameter.Format(p.Get(this)))];

    private static string KebabCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) { text.Append('-'); }
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
